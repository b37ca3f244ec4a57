using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A scalar. What an unquoted one means follows YAML 1.2's core schema (section 10.3.2).</summary>
internal sealed partial class SourceScalar(SourcePosition position, string text, bool plain) : SourceNode(position)
{
    public string Text { get; } = text;

    public ScalarKind ScalarKind { get; } = plain ? Resolve(text) : ScalarKind.Text;

    public override int Size => 1;

    public override bool IsNull => ScalarKind == ScalarKind.Null;

    public override string Kind => ScalarKind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Integer or ScalarKind.Float => "a number",
        _ => "text",
    };

    private static ScalarKind Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when Integers().IsMatch(text) => ScalarKind.Integer,
        _ when Floats().IsMatch(text) => ScalarKind.Float,
        _ => ScalarKind.Text,
    };

    [GeneratedRegex(@"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex Integers();

    [GeneratedRegex(@"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex Floats();
}
