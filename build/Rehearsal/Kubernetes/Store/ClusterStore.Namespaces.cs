using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    private void CreateSystemNamespaces()
    {
        var type = Types.Find("", "v1", "namespaces")!;
        foreach (var name in new[] { "default", "kube-node-lease", "kube-public", "kube-system" })
        {
            if (Find(type, null, name) is null)
                Create(type, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } }, new WriteOptions { FieldManager = "kube-apiserver" });
        }
    }

    private static void PrepareNamespace(JsonObject document)
    {
        document.Ensure("metadata", "labels")["kubernetes.io/metadata.name"] = document.Text("metadata", "name");
        if (document.At("spec", "finalizers") is null)
            document.Ensure("spec")["finalizers"] = new JsonArray("kubernetes");
        if (document.At("status", "phase") is null)
            document.Ensure("status")["phase"] = "Active";
    }

    private void RequireNamespace(ResourceType type, string @namespace, string name)
    {
        var namespaces = Types.Find("", "v1", "namespaces")!;
        if (@namespace.Length == 0)
            throw ApiErrors.BadRequest("an empty namespace may not be set during creation");
        var stored = Find(namespaces, null, @namespace) ?? throw ApiErrors.NotFound(namespaces, @namespace);
        if (!stored.IsDeleting)
            return;
        var refusal = ApiErrors.Forbidden(type, name, $"unable to create new content in namespace {@namespace} because it is being terminated");
        throw new ApiStatusException(refusal.Code, refusal.Reason, refusal.Message)
        {
            ObjectName = name,
            Group = type.Group,
            Kind = type.Plural,
            Causes = [new StatusCause("NamespaceTerminating", $"namespace {@namespace} is being terminated", "metadata.namespace")],
        };
    }

    private void EmptyNamespace(string @namespace)
    {
        foreach (var resource in _objects.Resources.ToList())
        {
            foreach (var stored in _objects.Of(resource).Values.Where(stored => stored.Namespace == @namespace))
            {
                if (Find(stored.Type, stored.Namespace, stored.Name) is { IsDeleting: false } current)
                    Delete(current, "Background");
            }
        }
    }

    private void FinishNamespace(string @namespace) => FinishDeletion(Types.Find("", "v1", "namespaces")!, "", @namespace);
}
