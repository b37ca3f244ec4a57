using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>Writes objects as <c>meta.k8s.io/v1 Table</c>, which is what <c>kubectl get</c> prints.</summary>
internal sealed class TableWriter(IReadOnlyList<TableColumn> columns, string includeObject, TimeProvider time)
{
    public static TableWriter For(ClusterStore store, ResourceType type, string includeObject) =>
        new(type.IsCustom ? CustomColumns.Of(store, type) : BuiltInColumns.Of(type), includeObject, store.Time);

    public JsonObject Write(IEnumerable<JsonObject> documents, string version, bool withColumns)
    {
        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = new JsonObject { ["resourceVersion"] = version },
            ["columnDefinitions"] = withColumns ? new JsonArray([.. columns.Select(Definition)]) : null,
            ["rows"] = new JsonArray([.. documents.Select(Row)]),
        };
    }

    private static JsonObject Definition(TableColumn column) => new()
    {
        ["name"] = column.Name,
        ["type"] = column.Type,
        ["format"] = column.Format,
        ["description"] = column.Description,
        ["priority"] = column.Priority,
    };

    public JsonObject Row(JsonObject document)
    {
        var now = time.GetUtcNow();
        var row = new JsonObject { ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(document, now))]) };
        if (includeObject == "Object")
            row["object"] = document.Parent is null ? document : document.DeepClone();
        else if (includeObject != "None")
        {
            row["object"] = new JsonObject
            {
                ["kind"] = "PartialObjectMetadata",
                ["apiVersion"] = "meta.k8s.io/v1",
                ["metadata"] = document["metadata"]?.DeepClone(),
            };
        }
        return row;
    }
}
