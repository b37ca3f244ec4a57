namespace k8s.Models;

/// <summary>A change to an object, in one of the forms that the API takes.</summary>
[JsonConverter(typeof(ContentConverter))]
public record V1Patch
{
    /// <summary>A patch of the type; a string body is sent as it is, anything else as JSON.</summary>
    public V1Patch(object body, PatchType type)
    {
        if (type is PatchType.Unknown)
            throw new ArgumentException("patch type must be set", nameof(type));

        Content = body ?? throw new ArgumentNullException(nameof(body), "object must be set");
        Type = type;
    }

    /// <summary>The form of a patch.</summary>
    public enum PatchType
    {
        /// <summary>Not allowed.</summary>
        Unknown = 0,

        /// <summary>RFC 6902.</summary>
        JsonPatch = 1,

        /// <summary>RFC 7396.</summary>
        MergePatch = 2,

        /// <summary>Kubernetes' own merge, which knows the keys of lists.</summary>
        StrategicMergePatch = 3,

        /// <summary>Server-side apply.</summary>
        ApplyPatch = 4,
    }

    /// <summary>The change.</summary>
    [JsonPropertyName("content")]
    [JsonInclude]
    public object Content { get; private set; }

    /// <summary>Its form.</summary>
    public PatchType Type { get; private set; }

    private sealed class ContentConverter : JsonConverter<V1Patch>
    {
        public override V1Patch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A patch is never received from the server.");

        public override void Write(Utf8JsonWriter writer, V1Patch value, JsonSerializerOptions options)
        {
            // YAML may be sent too, but only as a string of its own: here it must be JSON.
            if (value.Content is string json)
                writer.WriteRawValue(json);
            else
                JsonSerializer.Serialize(writer, value.Content, options);
        }
    }
}
