using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;

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

    private async Task<ApiResource> ResourceAsync(ObjectReference reference, CancellationToken cancellation)
        => await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation)
           ?? throw new ProblemException(new Problem(KubernetesProblems.UnknownKind, $"The cluster does not serve {reference.Kind} in {reference.ApiVersion}.")
           {
               Location = reference.ToString(),
           });
}
