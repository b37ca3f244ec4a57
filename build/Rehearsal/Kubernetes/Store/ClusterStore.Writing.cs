using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    private const string Suffixes = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Creates the object; a status in the document is dropped where status is a subresource.</summary>
    /// <returns>The object as it was kept.</returns>
    public JsonObject Create(ResourceType type, JsonObject document, WriteOptions? options = null)
    {
        lock (_gate)
            return Insert(type, (JsonObject)document.DeepClone(), options ?? WriteOptions.Default);
    }

    /// <summary>Replaces the object, except for its status. With a <c>metadata.resourceVersion</c>, only if it is still that version.</summary>
    public JsonObject Update(ResourceType type, JsonObject document, WriteOptions? options = null) =>
        Change(type, document.Text("metadata", "namespace"), NameOf(document), _ => (JsonObject)document.DeepClone(), options);

    /// <summary>Replaces the object's status and nothing else.</summary>
    public JsonObject UpdateStatus(ResourceType type, JsonObject document, WriteOptions? options = null) =>
        Change(type, document.Text("metadata", "namespace"), NameOf(document), _ => (JsonObject)document.DeepClone(), options, "status");

    /// <summary>Reads, changes and writes the object in one step that nothing can come between.</summary>
    /// <param name="change">Gets a copy to change; whatever it returns is written. Must not call the store.</param>
    /// <param name="subresource"><c>status</c> to change the status only; null for the rest.</param>
    public JsonObject Change(
        ResourceType type, string? @namespace, string name, Func<JsonObject, JsonObject> change, WriteOptions? options = null, string? subresource = null)
    {
        lock (_gate)
        {
            var live = Find(type, @namespace, name) ?? throw ApiErrors.NotFound(type, name);
            return Replace(type, live, change(InVersion(live.Read(), type)), options ?? WriteOptions.Default, subresource);
        }
    }

    /// <summary>
    /// Server-side apply: creates the object, or sets the fields of the configuration and removes those that the same manager
    /// applied before and no longer does.
    /// </summary>
    /// <exception cref="ApiStatusException">409, naming managers and fields, when another manager set a field to something else.</exception>
    public JsonObject Apply(ResourceType type, JsonObject configuration, WriteOptions options, string? subresource = null)
    {
        lock (_gate)
        {
            var name = NameOf(configuration);
            var live = Find(type, configuration.Text("metadata", "namespace"), name);
            if (live is null && subresource is not null)
                throw ApiErrors.NotFound(type, name);
            if (configuration.At("metadata", "managedFields") is JsonArray { Count: > 0 })
                throw ApiErrors.BadRequest("metadata.managedFields must be nil");
            if (configuration.Text("metadata", "resourceVersion") is { Length: > 0 } version && version != live?.Read().Text("metadata", "resourceVersion"))
                throw live is null ? ApiErrors.NotFound(type, name) : ApiErrors.Modified(type, name);
            var schema = _schemas.Of(type);
            TypedConfiguration.Check(schema, type, configuration);
            var manager = ManagerOf(type, options, subresource);
            var current = live is null ? null : InVersion(live.Read(), type);
            configuration = (JsonObject)configuration.DeepClone();
            new Conversion(type).Apply(schema, configuration);
            var merged = FieldManagement.Apply(schema, current, configuration, manager, options.Force);
            return live is null ? Insert(type, merged, options, applied: true) : Replace(type, live, merged, options, subresource, applied: true);
        }
    }

    private JsonObject Insert(ResourceType type, JsonObject document, WriteOptions options, bool applied = false)
    {
        var metadata = document.Ensure("metadata");
        if (metadata.Text("name") is null && metadata.Text("generateName") is { Length: > 0 } prefix)
            metadata["name"] = prefix + string.Concat(Enumerable.Range(0, 5).Select(_ => Suffixes[Random.Shared.Next(Suffixes.Length)]));
        var name = NameOf(document);
        if (type.Namespaced)
            RequireNamespace(type, metadata.Text("namespace") ?? "", name);
        else
            metadata.Remove("namespace");
        if (Find(type, metadata.Text("namespace"), name) is not null)
            throw ApiErrors.AlreadyExists(type, name);

        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = Now();
        foreach (var given in new[] { "resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "generation" })
            metadata.Remove(given);
        if (type.HasGeneration)
            metadata["generation"] = 1;
        if (type.HasStatus)
            document.Remove("status");
        Prepare(type, document, live: null, options, subresource: null);
        if (!applied)
            FieldManagement.Record(_schemas.Of(type), live: null, document, ManagerOf(type, options, subresource: null));
        if (options.DryRun)
            return document;
        var created = Put(type, document, previous: null);
        options.Committed?.Invoke();
        AfterPut(type, created);
        CollectIfOrphaned(type, created);
        return created;
    }

    private JsonObject Replace(ResourceType type, StoredObject live, JsonObject document, WriteOptions options, string? subresource, bool applied = false)
    {
        var current = InVersion(live.Read(), type);
        var metadata = document.Ensure("metadata");
        if (metadata.Text("resourceVersion") is { Length: > 0 } version && version != current.Text("metadata", "resourceVersion"))
            throw ApiErrors.Modified(type, live.Name);
        if (metadata.Text("uid") is { Length: > 0 } uid && uid != live.Uid)
            throw ApiErrors.Conflict(type, live.Name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {live.Uid}");

        document = subresource is null ? WithoutStatus(type, current, document) : WithStatusOnly(current, document);
        Keep(current.Child("metadata")!, document.Child("metadata")!);
        Prepare(type, document, current, options, subresource);
        if (!applied)
            FieldManagement.Record(_schemas.Of(type), current, document, ManagerOf(type, options, subresource));
        if (type.HasGeneration && subresource is null && SpecificationChanged(current, document))
            document["metadata"]!["generation"] = (current.Number("metadata", "generation") ?? 0) + 1;
        if (IsUnchanged(current, document))
            return current;
        if (options.DryRun)
            return document;
        var written = Put(type, document, live);
        options.Committed?.Invoke();
        AfterPut(type, written);
        if (live.IsDeleting)
            FinishDeletion(type, live.Namespace, live.Name);
        return written;
    }

    private static JsonObject WithoutStatus(ResourceType type, JsonObject current, JsonObject document)
    {
        if (!type.HasStatus)
            return document;
        document.Remove("status");
        if (current["status"] is { } status)
            document["status"] = status.DeepClone();
        return document;
    }

    private static JsonObject WithStatusOnly(JsonObject current, JsonObject document)
    {
        var result = (JsonObject)current.DeepClone();
        result.Remove("status");
        if (document["status"] is { } status)
            result["status"] = status.DeepClone();
        if (document.At("metadata", "managedFields") is { } managed)
            result["metadata"]!["managedFields"] = managed.DeepClone();
        return result;
    }

    /// <summary>What no client can change.</summary>
    private static void Keep(JsonObject current, JsonObject metadata)
    {
        foreach (var name in new[] { "name", "namespace", "uid", "creationTimestamp", "generation", "resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "generateName" })
        {
            metadata.Remove(name);
            if (current[name] is { } value)
                metadata[name] = value.DeepClone();
        }
        metadata.Remove("selfLink");
        if (current["deletionTimestamp"] is not null && metadata["finalizers"] is JsonArray finalizers)
        {
            var known = current.Texts("finalizers").ToHashSet();
            foreach (var added in finalizers.Where(item => !known.Contains(item.Text() ?? "")).ToList())
                finalizers.Remove(added);
        }
    }

    // A request that changes nothing but the time of a managed field is no change.
    private static bool IsUnchanged(JsonObject current, JsonObject document)
    {
        if (JsonNode.DeepEquals(current, document))
            return true;
        if (current.At("metadata", "managedFields") is not JsonArray before || document.At("metadata", "managedFields") is not JsonArray after
            || before.Count != after.Count)
        {
            return false;
        }
        var candidate = (JsonObject)document.DeepClone();
        foreach (var (old, entry) in before.Zip(candidate.Items("metadata", "managedFields")))
            entry["time"] = old?["time"]?.DeepClone();
        return JsonNode.DeepEquals(current, candidate);
    }

    private static bool SpecificationChanged(JsonObject current, JsonObject document) =>
        current.Select(field => field.Key).Union(document.Select(field => field.Key))
            .Where(name => name is not ("metadata" or "status" or "apiVersion" or "kind"))
            .Any(name => !JsonNode.DeepEquals(current[name], document[name]));

    private static string NameOf(JsonObject document) => document.Text("metadata", "name") is { Length: > 0 } name
        ? name
        : throw ApiErrors.BadRequest("resource name may not be empty");

    private FieldManager ManagerOf(ResourceType type, WriteOptions options, string? subresource) =>
        new(options.FieldManager, type.ApiVersion, subresource, Now());

    private void Prepare(ResourceType type, JsonObject document, JsonObject? live, WriteOptions options, string? subresource)
    {
        document["apiVersion"] = type.ApiVersion;
        document["kind"] = type.Kind;
        var schema = _schemas.Of(type);
        var conversion = new Conversion(type);
        conversion.Apply(schema, document);
        if (conversion.Mismatch is { } mismatch)
            throw options.Patch is { } wrong ? InvalidPatch(wrong, mismatch) : ApiErrors.BadRequest($"{type.Kind} in version \"{type.Version}\" cannot be handled as a {type.Kind}: {mismatch}");
        if (conversion.Unknown.Count > 0)
            Report(type, conversion.Unknown, options);
        Defaults.Apply(schema, document);
        KindDefaults.Apply(type, document, live);
        if (type.GroupResource == "namespaces")
            PrepareNamespace(document);
        if (type.GroupResource == "services")
            AllocateAddresses(document, live);
        // A subresource cannot break what is not in it, and objects on their way out must be able to lose their finalizers.
        if (subresource is null && live.At("metadata", "deletionTimestamp") is null)
            ObjectValidation.Check(type, schema, document, live);
        if (type.GroupResource == CustomResourceDefinitions)
            PrepareDefinition(document, live);
    }

    private static void Report(ResourceType type, IReadOnlyList<string> unknown, WriteOptions options)
    {
        var fields = unknown.Select(field => $"unknown field \"{field}\"").ToList();
        if (options.FieldValidation == "Strict")
        {
            if (options.Patch is { } patch)
                throw InvalidPatch(patch, $"strict decoding error: {string.Join(", ", fields)}");
            throw ApiErrors.BadRequest(
                $"{type.Kind} in version \"{type.Version}\" cannot be handled as a {type.Kind}: strict decoding error: {string.Join(", ", fields)}");
        }
        if (options.FieldValidation == "Warn")
            fields.ForEach(field => options.Warn?.Invoke(field));
    }

    private static ApiStatusException InvalidPatch(string patch, string why)
    {
        var cause = new StatusCause("FieldValueInvalid", $"Invalid value: \"{patch}\": {why}", "patch");
        return new ApiStatusException(422, "Invalid", $" \"\" is invalid: patch: {cause.Message}") { Causes = [cause] };
    }

    private void AfterPut(ResourceType type, JsonObject document)
    {
        if (type.GroupResource == CustomResourceDefinitions)
            Register(document);
    }
}
