using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>How a client wants objects: whole, as rows of a table, or their metadata only.</summary>
internal sealed class Representation
{
    private readonly TableWriter? _table;
    private readonly bool _metadataOnly;
    private readonly ResourceType _type;

    private Representation(ResourceType type, TableWriter? table, bool metadataOnly)
    {
        _type = type;
        _table = table;
        _metadataOnly = metadataOnly;
    }

    public bool IsWhole => _table is null && !_metadataOnly;

    public bool IsTable => _table is not null;

    /// <summary>Chooses the first media range that can be served; clients list protobuf first and JSON after it.</summary>
    /// <exception cref="ApiStatusException">406: the client takes nothing that is served.</exception>
    public static Representation For(ApiCall call)
    {
        var accept = call.Request.Headers.Accept.ToString();
        if (accept.Length == 0)
            return new Representation(call.Type, null, metadataOnly: false);
        foreach (var range in accept.Split(','))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0] is not ("application/json" or "*/*" or "application/*"))
                continue;
            var form = parts.FirstOrDefault(part => part.StartsWith("as=", StringComparison.Ordinal))?[3..];
            if (form is null)
                return new Representation(call.Type, null, metadataOnly: false);
            if (form == "Table" && parts.Contains("v=v1"))
                return new Representation(call.Type, TableWriter.For(call.Store, call.Type, call.Query("includeObject") ?? "Metadata"), metadataOnly: false);
            if (form is "PartialObjectMetadata" or "PartialObjectMetadataList" && parts.Contains("v=v1"))
                return new Representation(call.Type, null, metadataOnly: true);
        }
        throw new ApiStatusException(
            406, "NotAcceptable", "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;as=Table");
    }

    public JsonNode One(JsonObject document)
    {
        if (_table is not null)
            return _table.Write([document], document.Text("metadata", "resourceVersion") ?? "", withColumns: true);
        return _metadataOnly ? MetadataOf(document) : document;
    }

    /// <summary>One object of a watch: a table then has its columns in the first event only.</summary>
    public JsonNode Event(StoredObject stored, bool first)
    {
        var document = ClusterStore.InVersion(stored.Read(), _type);
        if (_table is not null)
            return _table.Write([document], document.Text("metadata", "resourceVersion") ?? "", withColumns: first);
        return _metadataOnly ? MetadataOf(document) : document;
    }

    /// <summary>What stands before the items of a list: the property that holds them, and the rest of the document.</summary>
    public (JsonObject Document, string Items) ListFrame(JsonObject metadata)
    {
        if (_table is not null)
        {
            var table = _table.Write([], "", withColumns: true);
            table.Remove("rows");
            table["metadata"] = metadata;
            return (table, "rows");
        }
        return (new JsonObject
        {
            ["kind"] = _metadataOnly ? "PartialObjectMetadataList" : _type.ListKind,
            ["apiVersion"] = _metadataOnly ? "meta.k8s.io/v1" : _type.ApiVersion,
            ["metadata"] = metadata,
        }, "items");
    }

    /// <summary>Writes one item of a list. Whole objects are copied as they are kept.</summary>
    public void WriteItem(Utf8JsonWriter writer, StoredObject stored)
    {
        if (IsWhole && stored.Type.ApiVersion == _type.ApiVersion)
        {
            writer.WriteRawValue(stored.Json, skipInputValidation: true);
            return;
        }
        var document = ClusterStore.InVersion(stored.Read(), _type);
        var item = _table is not null ? _table.Row(document) : _metadataOnly ? MetadataOf(document) : document;
        item.WriteTo(writer, Serialization.Options);
    }

    private static JsonObject MetadataOf(JsonObject document) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = document["metadata"]?.DeepClone(),
    };
}
