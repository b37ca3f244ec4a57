namespace JupyterHub.Pipeline.Environments;

/// <summary>One password for everyone.</summary>
public sealed record DummyAuthenticatorSettings
{
    public required SecretReference Password { get; init; }
}
