using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Apply;

/// <summary>
/// Keeps <c>metadata.managedFields</c>, and applies configurations by it: Kubernetes documentation, "Server-Side Apply";
/// structured-merge-diff, merge/update.go.
/// </summary>
internal static class FieldManagement
{
    // What the server itself sets belongs to nobody (apimachinery, util/managedfields/internal/stripmeta.go).
    private static readonly FieldSet ServerFields = FieldSet.FromJson((JsonObject)JsonNode.Parse("""
        {"f:apiVersion":{},"f:kind":{},"f:metadata":{".":{},"f:name":{},"f:namespace":{},"f:creationTimestamp":{},"f:selfLink":{},"f:uid":{},
        "f:generation":{},"f:managedFields":{},"f:resourceVersion":{},"f:deletionTimestamp":{},"f:deletionGracePeriodSeconds":{}}}
        """)!);

    private static readonly HashSet<string> Structures =
        ["metadata", "spec", "status", "strategy", "updateStrategy", "template", "jobTemplate", "loadBalancer"];

    private static readonly FieldSet Status = FieldSet.FromJson((JsonObject)JsonNode.Parse("""{"f:status":{}}""")!);

    /// <summary>Records who changed what by a create, an update or a patch, in the new document.</summary>
    public static void Record(Schema schema, JsonObject? live, JsonObject document, FieldManager manager)
    {
        var given = document.At("metadata", "managedFields") is JsonArray array ? Read(array) : Read(live.At("metadata", "managedFields") as JsonArray);
        var after = Bare(document);
        var before = live is null ? [] : Bare(live);
        if (schema.Source is null)
            AddStructures(before, after);
        var comparison = Comparison.Of(schema, before, after).Except(ServerFields);
        if (comparison.IsSame)
        {
            Write(document, given);
            return;
        }
        var changed = comparison.Added.Union(comparison.Modified);
        var own = changed;
        var others = new List<ManagerEntry>();
        foreach (var entry in given)
        {
            var rest = entry.Fields.Difference(changed).Difference(comparison.Removed);
            if (manager.IsUpdate(entry))
                own = own.Union(rest);
            else if (!rest.IsEmpty)
                others.Add(entry with { Fields = rest });
        }
        var previous = given.Find(manager.IsUpdate);
        own.IsMember = false;
        others.RemoveAll(entry => entry.Fields.IsEmpty);
        if (StripMetadata(own) is { IsEmpty: false } fields)
        {
            others.Add(new ManagerEntry(manager.Name, "Update", manager.ApiVersion, manager.Subresource)
            {
                Fields = fields,
                Time = changed.IsEmpty && previous is not null ? previous.Time : manager.Time,
            });
        }
        Write(document, others);
    }

    /// <summary>The object that results from applying the configuration to the live one, its managed fields brought up to date.</summary>
    /// <param name="live">Null when the object is to be created.</param>
    /// <exception cref="ApiStatusException">409: another manager has set a field to something else and <paramref name="force"/> is not given.</exception>
    public static JsonObject Apply(Schema schema, JsonObject? live, JsonObject configuration, FieldManager manager, bool force)
    {
        var entries = Read(live.At("metadata", "managedFields") as JsonArray);
        var current = live is null ? new JsonObject() : Bare(live);
        var bare = Bare(configuration);
        var owned = StripMetadata(OwnedFields.Of(schema, bare));
        if (manager.Subresource is null && schema.Fields.ContainsKey("status"))
            owned = owned.Without(Status);
        var entry = new ManagerEntry(manager.Name, "Apply", manager.ApiVersion, manager.Subresource) { Fields = owned, Time = manager.Time };
        var previous = entries.Find(entry.IsSameAs);
        var others = entries.Where(other => !other.IsSameAs(entry)).ToList();

        var merged = TypedMerge.Merge(schema, current, bare)!.AsObject();
        if (previous is not null)
            merged = Prune(schema, merged, previous.Fields, others.Aggregate(owned, (all, other) => all.Union(other.Fields)));
        var comparison = Comparison.Of(schema, current, merged).Except(ServerFields);
        others = Settle(others, comparison, force);
        if (previous is not null && comparison.IsSame)
            entry = entry with { Time = previous.Time };
        if (!entry.Fields.IsEmpty)
            others.Add(entry);
        Write(merged, others);
        return merged;
    }

    /// <summary>Removes what this manager applied before, does not apply now, and nobody else owns.</summary>
    private static JsonObject Prune(Schema schema, JsonObject merged, FieldSet last, FieldSet owned)
    {
        var all = OwnedFields.Of(schema, merged).WithDeclaredFields(schema);
        var dropped = last.WithDeclaredFields(schema);
        var pruned = FieldRemoval.Remove(schema, merged, dropped) ?? new JsonObject();
        var left = OwnedFields.Of(schema, pruned).WithDeclaredFields(schema);
        pruned = FieldRemoval.Remove(schema, merged, all.Difference(left.Union(owned.WithDeclaredFields(schema)))) ?? new JsonObject();
        left = OwnedFields.Of(schema, pruned).WithDeclaredFields(schema);
        return (FieldRemoval.Remove(schema, merged, all.Difference(left).Intersection(dropped)) ?? new JsonObject()).AsObject();
    }

    private static List<ManagerEntry> Settle(List<ManagerEntry> others, Comparison comparison, bool force)
    {
        var changed = comparison.Added.Union(comparison.Modified);
        var conflicts = others
            .Select(other => (Entry: other, Fields: other.Fields.Intersection(changed)))
            .Where(conflict => !conflict.Fields.IsEmpty)
            .ToList();
        if (!force && conflicts.Count > 0)
            throw ApplyConflict.From(conflicts);
        return [.. others
            .Select(other => other with { Fields = other.Fields.Difference(changed).Difference(comparison.Removed) })
            .Where(other => !other.Fields.IsEmpty)];
    }

    // In the server's own types these are parts of the object, present even when they are empty, so that nobody comes to own them.
    private static void AddStructures(JsonObject before, JsonObject after)
    {
        foreach (var (name, value) in after)
        {
            if (value is not JsonObject part || !Structures.Contains(name) || before[name] is not (null or JsonObject))
                continue;
            if (before[name] is not JsonObject known)
                before[name] = known = [];
            AddStructures(known, part);
        }
    }

    private static FieldSet StripMetadata(FieldSet fields) => fields.Difference(ServerFields);

    private static JsonObject Bare(JsonObject document)
    {
        var result = (JsonObject)document.DeepClone();
        result.Child("metadata")?.Remove("managedFields");
        return result;
    }

    private static List<ManagerEntry> Read(JsonArray? entries) =>
        [.. (entries ?? []).OfType<JsonObject>().Where(entry => entry.Text("manager") is not null).Select(ManagerEntry.From)];

    // Appliers and updaters in the order of the real server: by operation, then time, then name.
    private static void Write(JsonObject document, List<ManagerEntry> entries)
    {
        var metadata = document.Ensure("metadata");
        metadata.Remove("managedFields");
        if (entries.Count == 0)
            return;
        metadata["managedFields"] = new JsonArray([.. entries
            .OrderBy(entry => entry.Operation, StringComparer.Ordinal)
            .ThenBy(entry => entry.Time, StringComparer.Ordinal)
            .ThenBy(entry => entry.Manager, StringComparer.Ordinal)
            .ThenBy(entry => entry.Subresource, StringComparer.Ordinal)
            .Select(entry => entry.ToJson())]);
    }
}
