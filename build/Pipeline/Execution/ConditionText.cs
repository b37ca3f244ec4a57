namespace JupyterHub.Pipeline.Execution;

/// <summary>A condition as it stands in the source, without the lambda around it: <c>() =&gt; IsLocal</c> becomes <c>IsLocal</c>.</summary>
internal static class ConditionText
{
    public static string Of(string source)
    {
        var arrow = source.IndexOf("=>", StringComparison.Ordinal);
        return arrow >= 0 && source[..arrow].Trim() == "()" ? source[(arrow + 2)..].Trim() : source.Trim();
    }
}
