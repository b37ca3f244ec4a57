namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>What a schema does not allow.</summary>
/// <param name="Path">The dotted path of the value; empty for the whole.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record SchemaViolation(string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? Message : $"{Path} {Message}";
}
