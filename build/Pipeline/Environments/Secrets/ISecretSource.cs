namespace JupyterHub.Pipeline.Environments;

/// <summary>Gives the value that a reference stands for.</summary>
public interface ISecretSource
{
    /// <summary>The secret's value. It is read when first asked for, and once.</summary>
    /// <exception cref="Problems.ProblemException">The secret cannot be read; the problem names the place of the reference.</exception>
    Task<string> GetAsync(SecretReference reference, CancellationToken cancellation);
}
