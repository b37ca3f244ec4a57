using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    private const string CustomResourceDefinitions = "customresourcedefinitions.apiextensions.k8s.io";
    private const string InstancesFinalizer = "customresourcecleanup.apiextensions.k8s.io";

    /// <summary>Accepts the names and establishes the definition, which the real API's controllers do within a second.</summary>
    private void PrepareDefinition(JsonObject document, JsonObject? live)
    {
        var names = document.Ensure("spec", "names");
        names["singular"] ??= (names.Text("kind") ?? "").ToLowerInvariant();
        names["listKind"] ??= names.Text("kind") + "List";
        document.Ensure("spec", "conversion")["strategy"] ??= "None";
        if (live is null)
            AddFinalizer(document.Child("metadata")!, InstancesFinalizer);
        var status = document.Ensure("status");
        status["acceptedNames"] = names.DeepClone();
        var stored = new HashSet<string>(status.Texts("storedVersions"));
        foreach (var version in document.Items("spec", "versions").Where(version => version.Flag("storage") == true))
            stored.Add(version.Text("name")!);
        status["storedVersions"] = new JsonArray([.. stored.Select(version => JsonValue.Create(version))]);
        if (status["conditions"] is null)
        {
            status["conditions"] = new JsonArray(
                Condition("NamesAccepted", "NoConflicts", "no conflicts found"),
                Condition("Established", "InitialNamesAccepted", "the initial names have been accepted"));
        }

        JsonObject Condition(string type, string reason, string message) => new()
        {
            ["lastTransitionTime"] = Now(),
            ["message"] = message,
            ["reason"] = reason,
            ["status"] = "True",
            ["type"] = type,
        };
    }

    private void Register(JsonObject definition)
    {
        _schemas.Register(definition);
        var name = definition.Text("metadata", "name")!;
        var names = definition.Child("spec", "names")!;
        var group = definition.Text("spec", "group") ?? "";
        var versions = definition.Items("spec", "versions").ToList();
        var storage = versions.FirstOrDefault(version => version.Flag("storage") == true)?.Text("name");
        Types.Replace(name, versions
            .Where(version => version.Flag("served") == true)
            .OrderBy(version => version.Text("name")!, ApiVersionOrder.Instance)
            .Select(version => new ResourceType
            {
                Group = group,
                Version = version.Text("name")!,
                Kind = names.Text("kind")!,
                Plural = names.Text("plural")!,
                Singular = names.Text("singular")!,
                ListKind = names.Text("listKind")!,
                Namespaced = definition.Text("spec", "scope") == "Namespaced",
                ShortNames = [.. names.Texts("shortNames")],
                Categories = [.. names.Texts("categories")],
                Subresources = [.. new[] { "status", "scale" }.Where(subresource => version.Child("subresources", subresource) is not null)],
                HasGeneration = true,
                Definition = name,
                StorageVersion = storage ?? version.Text("name")!,
            }));
    }

    private bool HasInstances(JsonObject definition) => _objects.Of(NameOf(definition)).Count > 0;

    private void DeleteInstances(JsonObject definition)
    {
        foreach (var stored in _objects.Of(NameOf(definition)).Values)
        {
            if (Find(stored.Type, stored.Namespace, stored.Name) is { IsDeleting: false } current)
                Delete(current, "Background");
        }
        FinishDefinition(NameOf(definition));
    }

    private void FinishDefinition(ResourceType type)
    {
        if (type.Definition is { } definition)
            FinishDefinition(definition);
    }

    private void FinishDefinition(string name)
    {
        var type = Types.Find("apiextensions.k8s.io", "v1", "customresourcedefinitions")!;
        if (Find(type, null, name) is not { IsDeleting: true } stored || _objects.Of(name).Count > 0)
            return;
        var document = stored.Read();
        if (document.At("metadata", "finalizers") is JsonArray finalizers
            && finalizers.FirstOrDefault(item => item.Text() == InstancesFinalizer) is { } finalizer)
        {
            finalizers.Remove(finalizer);
            Put(type, document, stored);
        }
        FinishDeletion(type, "", name);
    }
}
