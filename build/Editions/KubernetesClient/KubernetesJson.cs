using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace k8s;

/// <summary>Reads and writes objects as JSON.</summary>
public static partial class KubernetesJson
{
    internal static readonly JsonSerializerOptions DefaultOptions = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(),
            new Iso8601TimeSpanConverter(),
            new KubernetesDateTimeConverter(),
            new KubernetesDateTimeOffsetConverter(),
            new V1Status.V1StatusObjectViewConverter(),
        },
    };

    /// <summary>Changes how every client reads and writes, before the first has done so.</summary>
    public static void AddJsonOptions(Action<JsonSerializerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(DefaultOptions);
    }

    /// <summary>Reads an object.</summary>
    public static TValue Deserialize<TValue>(string json, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Reads an object.</summary>
    public static TValue Deserialize<TValue>(Stream json, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Reads an object.</summary>
    public static TValue Deserialize<TValue>(JsonDocument json, JsonSerializerOptions jsonSerializerOptions = null) =>
        json.Deserialize<TValue>(jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Reads an object.</summary>
    public static TValue Deserialize<TValue>(JsonElement json, JsonSerializerOptions jsonSerializerOptions = null) =>
        json.Deserialize<TValue>(jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Reads an object.</summary>
    public static TValue Deserialize<TValue>(JsonNode json, JsonSerializerOptions jsonSerializerOptions = null) =>
        json.Deserialize<TValue>(jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Writes an object, leaving out what is null.</summary>
    public static string Serialize(object value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, value.GetType(), jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Writes a document.</summary>
    public static string Serialize(JsonDocument value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Writes an element.</summary>
    public static string Serialize(JsonElement value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, jsonSerializerOptions ?? DefaultOptions);

    /// <summary>Writes a node.</summary>
    public static string Serialize(JsonNode value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, jsonSerializerOptions ?? DefaultOptions);
}
