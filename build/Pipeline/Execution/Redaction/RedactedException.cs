namespace JupyterHub.Pipeline.Execution;

/// <summary>Stands for an exception in whose text there was a secret.</summary>
internal sealed class RedactedException : Exception
{
    private readonly string _text;

    public RedactedException(Exception original, Func<string, string> redact)
        : base(redact(original.Message))
    {
        _text = redact(original.ToString());
        StackTrace = original.StackTrace is { } trace ? redact(trace) : null;
    }

    public override string? StackTrace { get; }

    public override string ToString() => _text;
}
