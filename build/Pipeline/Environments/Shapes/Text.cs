using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Text, free or of a certain form.</summary>
internal static class Text
{
    /// <summary>Any text that is not blank.</summary>
    public static Shape<string> Any { get; } = Where("text that is not blank", @"\S");

    /// <summary>Any text, also none.</summary>
    public static Shape<string> AnyOrNone { get; } = Where("text", "");

    /// <summary>A name of Kubernetes objects that become part of host names (RFC 1123 label).</summary>
    public static Shape<string> Label { get; } =
        Where("lower-case letters, digits and '-', at most 63, beginning and ending with a letter or digit", @"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$");

    /// <summary>A Helm release: a label of at most 53 characters.</summary>
    public static Shape<string> Release { get; } =
        Where("lower-case letters, digits and '-', at most 53, beginning and ending with a letter or digit", @"^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$");

    /// <summary>A name of other Kubernetes objects (RFC 1123 subdomain).</summary>
    public static Shape<string> ObjectName { get; } =
        Where("lower-case letters, digits, '-' and '.', at most 253", @"^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");

    /// <summary>A Ceph pool.</summary>
    public static Shape<string> Pool { get; } = Where("the name of a Ceph pool", @"^[A-Za-z0-9_.][A-Za-z0-9_.-]*$");

    /// <summary>A prefix of DNS names.</summary>
    public static Shape<string> NamePrefix { get; } = Where("letters, digits, '-' and '.', as a DNS name may begin", @"^[a-zA-Z0-9_][-a-zA-Z0-9_.]{0,61}$");

    public static Shape<string> AbsolutePath { get; } = Where("an absolute path such as /srv/data, without '..'", @"^/(?!.*(^|/)\.\.(/|$))[^:\x00]*$");

    public static Shape<string> UserName { get; } = Where("a user's name, without blanks and slashes", @"^[^\s/\\]{1,255}$");

    public static Shape<string> ImageName { get; } =
        Where("an image without its tag, such as quay.io/jupyter/scipy-notebook", @"^([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*$");

    public static Shape<string> ImageTag { get; } = Where("an image's tag", @"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$");

    public static Shape<string> ChartVersion { get; } =
        Where("a version such as 1.20.6 or v1.20.6", @"^v?[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$");

    public static Shape<string> VariableName { get; } = Where("the name of an environment variable", @"^[A-Za-z_][A-Za-z0-9_]*$");

    /// <summary>Text that a pattern matches; the same pattern checks and stands in the JSON Schema.</summary>
    public static Shape<string> Where(string expected, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        new ScalarShape<string>(expected, new PatternParser(pattern).Parse, value => JsonValue.Create(value))
        {
            Constraints = () => pattern.Length == 0 ? [] : new JsonObject { ["pattern"] = pattern },
        };

    private sealed class PatternParser(string pattern)
    {
        private Regex? _regex;

        // '$' also matches before a final line feed in .NET, and a schema's pattern cannot say \z.
        public string? Parse(SourceScalar scalar, out string value)
        {
            value = scalar.Text;
            _regex ??= new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            var fits = _regex.IsMatch(value) && !(pattern.EndsWith('$') && value.EndsWith('\n'));
            return fits ? null : "";
        }
    }
}
