using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>
/// Proves that values changed nothing but themselves: the text with the values, read back, is the text with placeholders, read, with
/// every placeholder replaced by its value. It shares no code with what wrote the values.
/// </summary>
internal sealed class YamlProof(IReadOnlyList<YamlValue> values)
{
    // A node that an alias refers to is looked at once.
    private readonly HashSet<YamlNode> _seen = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="UnfitValueException">A value changed something.</exception>
    public void Check(IReadOnlyList<YamlNode> skeleton, IReadOnlyList<YamlNode> final)
    {
        if (skeleton.Count != final.Count)
            throw Changed(0, "gives another number of documents");
        for (var index = 0; index < skeleton.Count; index++)
            Check(skeleton[index], final[index]);
    }

    private void Check(YamlNode skeleton, YamlNode final)
    {
        if (skeleton is YamlScalarNode scalar)
            CheckScalar(scalar, final);
        else if (!_seen.Add(skeleton))
            return;
        else if (skeleton is YamlSequenceNode list && final is YamlSequenceNode otherList && list.Children.Count == otherList.Children.Count)
            CheckPairs(list.Children, otherList.Children);
        else if (skeleton is YamlMappingNode map && final is YamlMappingNode otherMap && map.Children.Count == otherMap.Children.Count)
        {
            CheckPairs([.. map.Children.Select(child => child.Key)], [.. otherMap.Children.Select(child => child.Key)]);
            CheckPairs([.. map.Children.Select(child => child.Value)], [.. otherMap.Children.Select(child => child.Value)]);
        }
        else
            throw Changed(FirstWithin(skeleton), "changes the structure around it");
        if (skeleton.Tag != final.Tag || skeleton.Anchor != final.Anchor)
            throw Changed(FirstWithin(skeleton), "changes a tag or an anchor");
    }

    private void CheckPairs(IList<YamlNode> skeleton, IList<YamlNode> final)
    {
        for (var index = 0; index < skeleton.Count; index++)
            Check(skeleton[index], final[index]);
    }

    private void CheckScalar(YamlScalarNode skeleton, YamlNode final)
    {
        var (rest, indices) = InterpolatedText.Fill(skeleton.Value ?? "", _ => "");
        if (indices.Count == 0)
        {
            if (final is not YamlScalarNode same || same.Value != skeleton.Value || same.Style != skeleton.Style)
                throw Changed(0, $"changes the text '{skeleton.Value}'");
            return;
        }
        var whole = indices.Count == 1 && rest.Length == 0 && skeleton.Style == ScalarStyle.Plain;
        if (whole && values[indices[0]].IsCollection)
        {
            if (!JsonNode.DeepEquals(YamlJson.Of(final), values[indices[0]].ToJson()))
                throw Changed(indices[0], "is not read back as it is");
            return;
        }
        var (expected, _) = InterpolatedText.Fill(skeleton.Value!, index => values[index].Piece());
        if (final is not YamlScalarNode scalar || scalar.Value != expected)
            throw Changed(indices[0], "is not read back as it is");
        var isText = !whole || values[indices[0]].IsText;
        if (isText && scalar.Style == ScalarStyle.Plain && YamlJson.IsAmbiguous(expected))
            throw Changed(indices[0], "would be read as something else than text");
        if (!isText && scalar.Style != ScalarStyle.Plain)
            throw Changed(indices[0], "would be read as text");
    }

    private static int FirstWithin(YamlNode node) =>
        node.AllNodes.OfType<YamlScalarNode>().SelectMany(scalar => InterpolatedText.Fill(scalar.Value ?? "", _ => "").Values).FirstOrDefault();

    private static UnfitValueException Changed(int value, string what) => new(TemplateProblems.ChangedStructure, value, what);
}
