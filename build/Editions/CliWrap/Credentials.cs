namespace CliWrap;

/// <summary>The user as whom a process runs. Domain, password and profile exist on Windows only.</summary>
public class Credentials(
    string domain = null,
    string userName = null,
    string password = null,
    bool loadUserProfile = false)
{
    /// <summary>Credentials without a loaded profile.</summary>
    public Credentials(string domain, string username, string password)
        : this(domain, username, password, false)
    {
    }

    /// <summary>The user of the current process.</summary>
    public static Credentials Default { get; } = new();

    /// <summary>Active Directory domain.</summary>
    public string Domain { get; } = domain;

    /// <summary>User name.</summary>
    public string UserName { get; } = userName;

    /// <summary>Password.</summary>
    public string Password { get; } = password;

    /// <summary>Whether the user's profile is loaded from the registry.</summary>
    public bool LoadUserProfile { get; } = loadUserProfile;
}
