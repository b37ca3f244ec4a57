using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates.Validation;

namespace JupyterHub.Pipeline.Kubernetes;

public sealed partial class KubernetesCluster
{
    /// <summary>Asks the server how a kind is addressed; answers are kept, absences are not, since definitions come with charts.</summary>
    private async Task<ApiResource?> FindResourceAsync(string apiVersion, string kind, CancellationToken cancellation)
    {
        if (_resources.TryGetValue((apiVersion, kind), out var known))
            return known;
        JsonObject list;
        try
        {
            list = await ReadAsync((apiVersion.Contains('/') ? "apis/" : "api/") + apiVersion, cancellation);
        }
        catch (ProblemException problem) when (IsNotFound(problem))
        {
            return null;
        }
        foreach (var item in (list["resources"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var plural = (string)item["name"]!;
            if (!plural.Contains('/'))
                _resources[(apiVersion, (string)item["kind"]!)] = new ApiResource(apiVersion, plural, (bool?)item["namespaced"] ?? false);
        }
        return _resources.GetValueOrDefault((apiVersion, kind));
    }

    /// <summary>The definitions of the custom kinds among objects, as far as the cluster has them.</summary>
    internal async Task<IReadOnlyList<ResourceSchema>> DefinitionsAsync(IReadOnlyList<JsonObject> objects, CancellationToken cancellation)
    {
        var definitions = new List<ResourceSchema>();
        foreach (var (apiVersion, kind) in objects.Select(x => ((string?)x["apiVersion"] ?? "", (string?)x["kind"] ?? "")).Distinct())
        {
            // Kinds of groups with a dot that is not Kubernetes' own come from definitions, which are named after plural and group.
            var group = apiVersion.Split('/')[0];
            if (!group.Contains('.') || group.EndsWith(".k8s.io", StringComparison.Ordinal) || await FindResourceAsync(apiVersion, kind, cancellation) is not { } resource)
                continue;
            var name = new ObjectReference("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, $"{resource.Plural}.{group}");
            if (await GetAsync(name, cancellation) is { } definition)
                definitions.Add(new ResourceSchema(definition));
        }
        return definitions;
    }

    private async Task<ApiResource> ResourceAsync(ObjectReference reference, CancellationToken cancellation)
        => await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation)
           ?? throw new ProblemException(new Problem(KubernetesProblems.UnknownKind, $"The cluster does not serve {reference.Kind} in {reference.ApiVersion}.")
           {
               Location = reference.ToString(),
           });
}
