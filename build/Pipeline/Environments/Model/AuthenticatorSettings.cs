namespace JupyterHub.Pipeline.Environments;

/// <summary>How users prove who they are: exactly one is set.</summary>
public sealed record AuthenticatorSettings
{
    /// <summary>One password for everyone; refused outside a rehearsal.</summary>
    public DummyAuthenticatorSettings? Dummy { get; init; }

    public OAuthAuthenticatorSettings? Oauth { get; init; }

    public LdapAuthenticatorSettings? Ldap { get; init; }

    public NativeAuthenticatorSettings? Native { get; init; }
}
