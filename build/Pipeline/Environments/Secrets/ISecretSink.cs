namespace JupyterHub.Pipeline.Environments;

/// <summary>Is told every secret as soon as it is known, so that it never reaches a log, a report or an error.</summary>
public interface ISecretSink
{
    /// <summary>From now on <paramref name="secret"/> is redacted wherever text leaves the process.</summary>
    void Register(string secret);
}
