using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>Secrets of a certain form.</summary>
public static class SecretSourceExtensions
{
    /// <summary>A secret that must be base64 (RFC 4648, section 4), as a TSIG key's is: the text itself, without blanks around it.</summary>
    /// <exception cref="ProblemException">The secret cannot be read, or it is not base64.</exception>
    public static async Task<string> GetBase64Async(this ISecretSource source, SecretReference reference, CancellationToken cancellation)
    {
        var secret = (await source.GetAsync(reference, cancellation)).Trim();
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, bytes, out var length) && length > 0
            ? secret
            : throw new ProblemException(SecretStore.Problem(SecretProblems.Malformed, reference, "is not base64"));
    }
}
