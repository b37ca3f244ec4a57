using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    private const string ForegroundFinalizer = "foregroundDeletion";

    /// <summary>
    /// Deletes the object. It is gone when this returns, unless finalizers hold it: then its <c>deletionTimestamp</c> is set.
    /// The objects that it owned are collected in the same step; the real API does so soon after.
    /// </summary>
    /// <returns>The object's last state.</returns>
    public JsonObject Delete(ResourceType type, string? @namespace, string name, DeleteOptions? options = null)
    {
        options ??= DeleteOptions.Default;
        lock (_gate)
        {
            var live = Find(type, @namespace, name) ?? throw ApiErrors.NotFound(type, name);
            if (options.Uid is { } uid && uid != live.Uid)
                throw ApiErrors.Conflict(type, name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {live.Uid}");
            if (options.ResourceVersion is { } version && version != live.Read().Text("metadata", "resourceVersion"))
            {
                throw ApiErrors.Conflict(
                    type, name, $"Precondition failed: ResourceVersion in precondition: {version}, ResourceVersion in object meta: {live.Version}");
            }
            if (type.GroupResource == "namespaces" && name is "default" or "kube-system" or "kube-public" && type.GroupResource == "namespaces")
                throw ApiErrors.Forbidden(type, name, "this namespace may not be deleted");
            if (options.DryRun)
                return InVersion(live.Read(), type);
            options.Committed?.Invoke();
            return InVersion(Delete(live, options.Propagation ?? "Background"), type);
        }
    }

    private JsonObject Delete(StoredObject live, string propagation)
    {
        var document = live.Read();
        var metadata = document.Child("metadata")!;
        if (!live.IsDeleting)
        {
            if (live.Type.GroupResource == "namespaces")
                document.Ensure("status")["phase"] = "Terminating";
            if (propagation == "Orphan")
                Release(live);
            if (propagation == "Foreground" && _objects.DependentsOf(live.Uid).Count > 0)
                AddFinalizer(metadata, ForegroundFinalizer);
            metadata["deletionTimestamp"] = Now();
            metadata["deletionGracePeriodSeconds"] = 0;
            if (metadata.Number("generation") is { } generation)
                metadata["generation"] = generation + 1;
            if (IsHeld(live.Type, document))
            {
                Put(live.Type, document, live);
                if (propagation == "Foreground")
                    DeleteDependents(live.Uid, "Foreground");
                if (live.Type.GroupResource == "namespaces")
                    EmptyNamespace(live.Name);
                if (live.Type.GroupResource == CustomResourceDefinitions)
                    DeleteInstances(document);
            }
        }
        FinishDeletion(live.Type, live.Namespace, live.Name, document);
        return document;
    }

    /// <summary>Removes the object if it is being deleted and nothing holds it any longer, and then what depended on it.</summary>
    private void FinishDeletion(ResourceType type, string @namespace, string name, JsonObject? deleting = null)
    {
        if (Find(type, @namespace, name) is not { } live)
            return;
        var document = deleting is not null && !live.IsDeleting ? deleting : live.Read();
        if (document.Text("metadata", "deletionTimestamp") is null || IsHeld(type, document))
            return;
        Remove(live);
        if (type.GroupResource == CustomResourceDefinitions)
            Types.Replace(name, []);
        DeleteDependents(live.Uid, "Background");
        foreach (var owner in live.Owners)
            FinishForeground(owner);
        if (@namespace.Length > 0)
            FinishNamespace(@namespace);
        FinishDefinition(live.Type);
    }

    private bool IsHeld(ResourceType type, JsonObject document) =>
        document.At("metadata", "finalizers") is JsonArray { Count: > 0 }
        || (type.GroupResource == "namespaces" && _objects.CountIn(document.Text("metadata", "name")!) > 0)
        || (type.GroupResource == CustomResourceDefinitions && HasInstances(document));

    private void DeleteDependents(string uid, string propagation)
    {
        foreach (var dependent in _objects.DependentsOf(uid))
        {
            var current = Find(dependent.Type, dependent.Namespace, dependent.Name);
            if (current is { IsDeleting: false } && current.Owners.All(owner => owner == uid || !_objects.Exists(owner)))
                Delete(current, propagation);
        }
    }

    private void FinishForeground(string owner)
    {
        var waiting = _objects.ByUid(owner);
        if (waiting is not { IsDeleting: true } || _objects.DependentsOf(owner).Count > 0)
            return;
        var document = waiting.Read();
        if (document.At("metadata", "finalizers") is not JsonArray finalizers
            || finalizers.FirstOrDefault(item => item.Text() == ForegroundFinalizer) is not { } finalizer)
        {
            return;
        }
        finalizers.Remove(finalizer);
        Put(waiting.Type, document, waiting);
        FinishDeletion(waiting.Type, waiting.Namespace, waiting.Name);
    }

    private void Release(StoredObject owner)
    {
        foreach (var dependent in _objects.DependentsOf(owner.Uid))
        {
            var document = dependent.Read();
            var references = (JsonArray)document["metadata"]!["ownerReferences"]!;
            foreach (var reference in references.Where(reference => reference.Text("uid") == owner.Uid).ToList())
                references.Remove(reference);
            if (references.Count == 0)
                document.Child("metadata")!.Remove("ownerReferences");
            Put(dependent.Type, document, dependent);
        }
    }

    /// <summary>An object whose owners are all gone already is collected like any other.</summary>
    private void CollectIfOrphaned(ResourceType type, JsonObject document)
    {
        if (Find(type, document.Text("metadata", "namespace"), NameOf(document)) is { Owners.Count: > 0 } stored
            && !stored.Owners.Any(_objects.Exists))
        {
            Delete(stored, "Background");
        }
    }

    private static void AddFinalizer(JsonObject metadata, string finalizer)
    {
        if (metadata["finalizers"] is not JsonArray finalizers)
            metadata["finalizers"] = finalizers = [];
        if (!metadata.Texts("finalizers").Contains(finalizer))
            finalizers.Add(finalizer);
    }
}
