namespace JupyterHub.Pipeline.Environments;

/// <summary>Says where each secret is kept instead of what it is: for what people look at.</summary>
public sealed class RedactedSecrets : ISecretSource
{
    public static RedactedSecrets Instance { get; } = new();

    public Task<string> GetAsync(SecretReference reference, CancellationToken cancellation) => Task.FromResult($"<secret: {reference}>");
}
