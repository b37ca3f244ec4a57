using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>Reads YAML into the nodes of its documents.</summary>
internal static class YamlDocuments
{
    /// <summary>The documents' roots, without empty documents.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static IReadOnlyList<YamlNode> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner's own slip on some broken input.
            throw new YamlException("a bracket or a quote is not closed");
        }
        return [.. stream.Documents.Select(document => document.RootNode).Where(root => root is not YamlScalarNode { Value: "" or null, Style: ScalarStyle.Plain })];
    }
}
