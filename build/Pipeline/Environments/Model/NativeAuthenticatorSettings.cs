namespace JupyterHub.Pipeline.Environments;

/// <summary>Names and passwords that the hub keeps itself.</summary>
public sealed record NativeAuthenticatorSettings
{
    /// <summary>Whether whoever signs up may log in at once; otherwise an admin admits each.</summary>
    public bool OpenSignup { get; init; }
}
