using System.Text.Json.Serialization.Metadata;

namespace k8s.Models;

public partial record V1Status
{
    private JsonElement _object;

    /// <summary>Whether the server answered with the object itself (as a delete with finalizers does), not with a status.</summary>
    [JsonIgnore]
    public bool HasObject { get; private set; }

    /// <summary>The object that the server answered with.</summary>
    public T ObjectView<T>() => KubernetesJson.Deserialize<T>(_object);

    /// <summary>Reads a status, or keeps the object that came in its place.</summary>
    public sealed class V1StatusObjectViewConverter : JsonConverter<V1Status>
    {
        // Without this converter, or it would call itself.
        private static readonly JsonSerializerOptions Plain = new()
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };

        /// <inheritdoc/>
        public override V1Status Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);

            try
            {
                return element.Deserialize<V1Status>(Plain);
            }
            catch (JsonException)
            {
                // An object's status is an object, where a Status's is a word.
                return new V1Status { _object = element, HasObject = true };
            }
        }

        /// <summary>Not possible: a status is the server's to send.</summary>
        public override void Write(Utf8JsonWriter writer, V1Status value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A Status is never sent to the server.");
    }
}
