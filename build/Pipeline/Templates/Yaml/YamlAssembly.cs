using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JupyterHub.Pipeline.Templates.Yaml;

/// <summary>Puts values into a template's text and proves that they changed nothing but themselves.</summary>
internal sealed class YamlAssembly(TemplateFile file, InterpolatedText text)
{
    private IReadOnlyList<YamlNode>? _skeleton;

    /// <summary>The template's own structure, with placeholders for the values.</summary>
    private IReadOnlyList<YamlNode> Skeleton => _skeleton ??= ReadSkeleton();

    /// <summary>The text with these values, and its documents.</summary>
    /// <exception cref="ProblemException">The template is not YAML, or a value does not fit in it.</exception>
    public (string Text, IReadOnlyList<JsonObject> Documents) Assemble(IReadOnlyList<object> values)
    {
        var skeleton = Skeleton;
        var wrapped = values.Select((value, index) => new YamlValue(index, value)).ToList();
        try
        {
            var yaml = new YamlInterpolator(text.Text, wrapped).Run();
            var documents = ReadFinal(yaml);
            new YamlProof(wrapped).Check(skeleton, documents);
            return (yaml, [.. documents.Select(Json)]);
        }
        catch (UnfitValueException exception)
        {
            var location = exception.Value < text.Values.Count ? file.At(text.Values[exception.Value].Span) : file.Path;
            throw new ProblemException(new Problem(exception.Code, $"The value {exception.Message}") { Location = location });
        }
    }

    /// <summary>The values that become part of what a Kubernetes Secret holds.</summary>
    public IReadOnlySet<int> InSecrets() => Skeleton
        .OfType<YamlMappingNode>()
        .Where(document => document.Children.Any(child => child is { Key: YamlScalarNode { Value: "kind" }, Value: YamlScalarNode { Value: "Secret" } }))
        .SelectMany(document => document.Children.Where(child => child.Key is YamlScalarNode { Value: "data" or "stringData" }))
        .SelectMany(child => child.Value.AllNodes.OfType<YamlScalarNode>())
        .SelectMany(scalar => InterpolatedText.Fill(scalar.Value ?? "", _ => "").Values)
        .ToHashSet();

    private IReadOnlyList<YamlNode> ReadSkeleton()
    {
        var skeleton = text.Skeleton();
        try
        {
            var documents = YamlDocuments.Read(skeleton);
            foreach (var document in documents.Where(document => document is not YamlMappingNode))
                throw new ProblemException(new Problem(TemplateProblems.NotAnObject, "A document is not a section of keys") { Location = Locate(document.Start, skeleton) });
            return documents;
        }
        catch (YamlException exception)
        {
            throw new ProblemException(new Problem(TemplateProblems.InvalidYaml, $"The template does not render to YAML: {Plain(exception)}")
            {
                Location = Locate(exception.Start, skeleton),
                Cause = Line(exception.Start, skeleton) is { } line ? $"rendered line {exception.Start.Line}: {line.Trim()}" : null,
            });
        }
    }

    // The skeleton was YAML, so a value is to blame; which one, only the place can tell.
    private IReadOnlyList<YamlNode> ReadFinal(string yaml)
    {
        try
        {
            return YamlDocuments.Read(yaml);
        }
        catch (YamlException exception)
        {
            var before = text.Text.Split('\n').Take((int)exception.Start.Line).Sum(line => line.Count(character => character == InterpolatedText.Open));
            throw new UnfitValueException(TemplateProblems.ChangedStructure, Math.Clamp(before - 1, 0, Math.Max(text.Values.Count - 1, 0)),
                $"makes the YAML around it invalid: {Plain(exception)}");
        }
    }

    private JsonObject Json(YamlNode document)
    {
        try
        {
            return (JsonObject)YamlJson.Of(document)!;
        }
        catch (YamlException exception)
        {
            throw new ProblemException(new Problem(TemplateProblems.InvalidYaml, $"The template's YAML {Plain(exception)}") { Location = file.Path });
        }
    }

    // Rendered lines are not the template's lines; a line that stands there once, word for word, is found again.
    private string Locate(Mark mark, string skeleton)
    {
        if (Line(mark, skeleton)?.Trim() is not { Length: > 0 } line)
            return file.Path;
        var matches = file.Text.Split('\n').Index().Where(candidate => candidate.Item.Trim() == line).ToList();
        return matches is [var only] ? $"{file.Path}:{only.Index + 1}:{only.Item.Length - only.Item.TrimStart().Length + 1}" : file.Path;
    }

    private static string? Line(Mark mark, string text) => text.Split('\n').ElementAtOrDefault((int)mark.Line - 1);

    private static string Plain(YamlException exception)
    {
        var end = exception.Message.LastIndexOf("): ", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[(end + 3)..];
    }
}
