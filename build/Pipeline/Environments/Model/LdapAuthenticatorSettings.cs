namespace JupyterHub.Pipeline.Environments;

/// <summary>A directory that users bind to.</summary>
public sealed record LdapAuthenticatorSettings
{
    public required string Server { get; init; }

    public int Port { get; init; } = 636;

    /// <summary>Where users are, each with <c>{username}</c> in the place of the name.</summary>
    public required IReadOnlyList<string> BindDnTemplate { get; init; }

    public bool UseSsl { get; init; } = true;
}
