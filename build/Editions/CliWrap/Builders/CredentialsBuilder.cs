namespace CliWrap.Builders;

/// <summary>Collects <see cref="Credentials"/>.</summary>
public class CredentialsBuilder
{
    private string _domain;
    private string _userName;
    private string _password;
    private bool _loadUserProfile;

    /// <summary>Sets the Active Directory domain (Windows).</summary>
    public CredentialsBuilder SetDomain(string domain)
    {
        _domain = domain;
        return this;
    }

    /// <summary>Sets the user name.</summary>
    public CredentialsBuilder SetUserName(string userName)
    {
        _userName = userName;
        return this;
    }

    /// <summary>Sets the password (Windows).</summary>
    public CredentialsBuilder SetPassword(string password)
    {
        _password = password;
        return this;
    }

    /// <summary>Sets whether the user's profile is loaded (Windows).</summary>
    public CredentialsBuilder LoadUserProfile(bool loadUserProfile = true)
    {
        _loadUserProfile = loadUserProfile;
        return this;
    }

    /// <summary>What has been set so far.</summary>
    public Credentials Build() => new(_domain, _userName, _password, _loadUserProfile);
}
