using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;

/// <summary>
/// Reads what typed Go clients send for built-in kinds: four bytes <c>k8s\0</c>, then a <c>runtime.Unknown</c> with the kind and the
/// message (Kubernetes documentation, "API Concepts", Kubernetes protobuf encoding). helm keeps its releases this way.
/// </summary>
internal static class ProtobufText
{
    private static readonly HashSet<string> Pointers =
    [
        "activeDeadlineSeconds", "allowPrivilegeEscalation", "allowVolumeExpansion", "allowed", "attachRequired", "automountServiceAccountToken",
        "backoffLimit", "blockOwnerDeletion", "completions", "controller", "defaultMode", "enableServiceLinks", "exitCode", "failedJobsHistoryLimit",
        "fsGroup", "gracePeriodSeconds", "immutable", "leaseDurationSeconds", "leaseTransitions", "minReplicas", "mode", "optional",
        "orphanDependents", "parallelism", "partition", "podInfoOnMount", "priority", "privileged", "progressDeadlineSeconds",
        "readOnlyRootFilesystem", "ready", "replicas", "requiresRepublish", "revisionHistoryLimit", "runAsGroup", "runAsNonRoot", "runAsUser",
        "served", "serving", "startingDeadlineSeconds", "storage", "storageCapacity", "successfulJobsHistoryLimit", "suspend",
        "terminating", "terminationGracePeriodSeconds", "tolerationSeconds", "ttlSecondsAfterFinished", "value",
    ];

    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <exception cref="ApiStatusException">415 for a kind whose fields are not known by number; 400 for a damaged message.</exception>
    public static Document Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return Document.Empty;
        if (!content.StartsWith(Magic))
            throw ApiErrors.BadRequest("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        try
        {
            return new Document(Unknown(content[Magic.Length..]), []);
        }
        catch (InvalidDataException exception)
        {
            throw ApiErrors.BadRequest(exception.Message);
        }
    }

    private static JsonObject Unknown(ReadOnlySpan<byte> message)
    {
        var (version, kind) = ("", "");
        ReadOnlySpan<byte> raw = default;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Number == 1)
                (version, kind) = TypeMeta(reader.Content);
            else if (reader.Number == 2)
                raw = reader.Content;
        }
        var group = version.Contains('/') ? version[..version.IndexOf('/')] : "";
        var fields = BuiltInSchemas.Table.Find($"{group}/{kind}") ?? BuiltInSchemas.Table.Find(kind) ?? throw NotKnown(kind);
        var schema = kind == "DeleteOptions" ? fields : BuiltInSchemas.Document(kind, fields, open: false);
        var document = Message(schema, raw);
        document["apiVersion"] = version;
        document["kind"] = kind;
        return document;
    }

    private static (string Version, string Kind) TypeMeta(ReadOnlySpan<byte> message)
    {
        var (version, kind) = ("", "");
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Number == 1)
                version = reader.Text;
            else if (reader.Number == 2)
                kind = reader.Text;
        }
        return (version, kind);
    }

    private static JsonObject Message(Schema schema, ReadOnlySpan<byte> message)
    {
        var document = new JsonObject();
        Fields(document, [.. schema.Fields.Values.Where(field => field.Wire.Count > 0)], 0, message);
        return document;
    }

    // Fields of embedded messages have a path of numbers; in JSON they stand beside the others.
    private static void Fields(JsonObject document, IReadOnlyList<SchemaField> fields, int depth, ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            var number = reader.Number;
            var matching = fields.Where(field => field.Wire.Count > depth && field.Wire[depth] == number).ToList();
            if (matching is [{ } field] && field.Wire.Count == depth + 1)
                Set(document, field, ref reader);
            else if (matching.Count > 0)
                Fields(document, matching, depth + 1, reader.Content);
        }
    }

    private static void Set(JsonObject document, SchemaField field, ref ProtobufReader reader)
    {
        var schema = field.Schema;
        // What clients send as the status of a review is empty, and nothing reads it.
        if (schema.Kind == SchemaKind.Any && field.Name == "status")
            return;
        if (schema.Kind == SchemaKind.List)
        {
            if (document[field.Name] is not JsonArray items)
                document[field.Name] = items = [];
            items.Add(Value(schema.Items!, ref reader));
        }
        else if (schema.Kind == SchemaKind.Map)
        {
            var (key, value) = Entry(schema.Items!, reader.Content);
            document.Ensure(field.Name)[key] = value;
        }
        else if (Value(schema, ref reader) is { } value && !IsAbsent(field, value))
        {
            document[field.Name] = value;
        }
    }

    // Go's encoder writes what is not a pointer even when it is empty; its JSON leaves that out. Pointers are the fields named here.
    private static bool IsAbsent(SchemaField field, JsonNode value) => value switch
    {
        JsonObject { Count: 0 } => field.Name is "metadata" or "status" or "resources" or "strategy" or "updateStrategy" or "template",
        JsonValue when field.Schema.Kind == SchemaKind.String => value.Text() is { Length: 0 },
        JsonValue when field.Schema.Kind == SchemaKind.Boolean => value.Flag() == false && !Pointers.Contains(field.Name),
        JsonValue when field.Schema.Kind == SchemaKind.Integer => value.Number() == 0 && !Pointers.Contains(field.Name),
        _ => false,
    };

    private static JsonNode? Value(Schema schema, ref ProtobufReader reader) => schema.Kind switch
    {
        SchemaKind.String when schema.Format == "byte" => Convert.ToBase64String(reader.Content),
        SchemaKind.String when schema.Format == "date-time" => Time(reader.Content),
        SchemaKind.String => reader.Text,
        SchemaKind.Integer => schema.Format == "int32" ? (int)reader.Value : (long)reader.Value,
        SchemaKind.Boolean => reader.Value != 0,
        SchemaKind.Quantity => First(reader.Content),
        SchemaKind.IntOrString => IntOrString(reader.Content),
        SchemaKind.Object => Message(schema, reader.Content),
        SchemaKind.Any => Raw(reader.Content),
        _ => throw NotKnown(schema.Name ?? schema.Kind.ToString()),
    };

    private static (string Key, JsonNode? Value) Entry(Schema schema, ReadOnlySpan<byte> entry)
    {
        var key = "";
        JsonNode? value = schema.Kind == SchemaKind.String ? "" : null;
        var reader = new ProtobufReader(entry);
        while (reader.Read())
        {
            if (reader.Number == 1)
                key = reader.Text;
            else if (reader.Number == 2)
                value = Value(schema, ref reader);
        }
        return (key, value);
    }

    private static JsonNode? Time(ReadOnlySpan<byte> message)
    {
        var (seconds, nanos) = (0L, 0);
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Number == 1)
                seconds = (long)reader.Value;
            else if (reader.Number == 2)
                nanos = (int)reader.Value;
        }
        if (message.IsEmpty)
            return null;
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanos / 100);
        return time.ToString(nanos == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
    }

    private static JsonNode IntOrString(ReadOnlySpan<byte> message)
    {
        var (isText, number, text) = (false, 0, "");
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Number == 1)
                isText = reader.Value == 1;
            else if (reader.Number == 2)
                number = (int)reader.Value;
            else if (reader.Number == 3)
                text = reader.Text;
        }
        return isText ? JsonValue.Create(text) : JsonValue.Create(number);
    }

    private static string First(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        return reader.Read() ? reader.Text : "0";
    }

    // RawExtension and FieldsV1 carry JSON in their first field.
    private static JsonNode? Raw(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        if (message.IsEmpty || !reader.Read())
            return null;
        try
        {
            return Serialization.ParseObject(reader.Content);
        }
        catch (System.Text.Json.JsonException)
        {
            throw NotKnown("an open field");
        }
    }

    private static ApiStatusException NotKnown(string what) => new(
        415, "UnsupportedMediaType",
        $"the body of the request was in an unknown format - accepted media types include: application/json, application/yaml ({what} is not read from protobuf)");
}
