using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates.Validation;

/// <summary>
/// What a CustomResourceDefinition says about its objects: the structural schema of each version, with fields that it does not know refused
/// rather than dropped, as <c>kubectl apply --validate=strict</c> does.
/// </summary>
/// <seealso href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema"/>
public sealed class ResourceSchema
{
    private readonly Dictionary<string, JsonSchema> _versions = new(StringComparer.Ordinal);

    /// <param name="definition">The CustomResourceDefinition, as the API or a chart has it.</param>
    public ResourceSchema(JsonObject definition)
    {
        var spec = definition["spec"]!;
        Kind = spec["names"]!["kind"]!.GetValue<string>();
        Group = spec["group"]!.GetValue<string>();
        foreach (var version in spec["versions"]!.AsArray())
        {
            if (version!["schema"]?["openAPIV3Schema"] is JsonObject schema)
                _versions[version["name"]!.GetValue<string>()] = new JsonSchema(StructuralSchema.ToJsonSchema(schema, isRoot: true));
        }
    }

    public string Group { get; }

    public string Kind { get; }

    /// <summary>Whether it describes this object.</summary>
    public bool Describes(JsonObject value) =>
        value["kind"]?.GetValue<string>() == Kind && value["apiVersion"]?.GetValue<string>().Split('/') is [var group, _] && group == Group;

    /// <summary>Everything that the API would refuse or drop in an object that this describes.</summary>
    /// <param name="value">The object.</param>
    /// <param name="template">The template that it comes from.</param>
    public IReadOnlyList<Problem> Check(JsonObject value, string template)
    {
        var name = $"{Kind} {value["metadata"]?["name"]}";
        var version = value["apiVersion"]!.GetValue<string>().Split('/')[1];
        if (!_versions.TryGetValue(version, out var schema))
        {
            return [new Problem(TemplateProblems.InvalidObject, $"{name} has version '{version}'{NearestName.Hint(version, _versions.Keys)}")
            {
                Location = template,
                NextStep = $"There are {string.Join(", ", _versions.Keys)}",
            }];
        }
        // The API server drops a null that a field does not allow before it validates.
        return [.. schema.Validate(SchemaScalars.WithoutNulls(value)).Select(violation => new Problem(TemplateProblems.InvalidObject, $"{name}: {violation}") { Location = template })];
    }
}
