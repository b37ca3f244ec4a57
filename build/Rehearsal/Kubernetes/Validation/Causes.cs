using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Validation;

/// <summary>Collects what is wrong with an object, in the words of k8s.io/apimachinery/pkg/util/validation/field.</summary>
internal sealed class Causes
{
    private readonly List<StatusCause> _all = [];

    public IReadOnlyList<StatusCause> All => _all;

    public void Required(string field, string? why = null) =>
        Add("FieldValueRequired", field, why is null ? "Required value" : $"Required value: {why}");

    public void Invalid(string field, JsonNode? value, string why) => Add("FieldValueInvalid", field, $"Invalid value: {Text(value)}: {why}");

    public void Duplicate(string field, JsonNode? value) => Add("FieldValueDuplicate", field, $"Duplicate value: {Text(value)}");

    public void NotFound(string field, JsonNode? value) => Add("FieldValueNotFound", field, $"Not found: {Text(value)}");

    public void Forbidden(string field, string why) => Add("FieldValueForbidden", field, $"Forbidden: {why}");

    public void Unsupported(string field, JsonNode? value, IEnumerable<string> supported) => Add(
        "FieldValueNotSupported", field, $"Unsupported value: {Text(value)}: supported values: {string.Join(", ", supported.Select(item => $"\"{item}\""))}");

    public void TooLong(string field, int most) => Add("FieldValueTooLong", field, $"Too long: may not be more than {most} bytes");

    public void TooMany(string field, int count, int most) => Add("FieldValueTooMany", field, $"Too many: {count}: must have at most {most} items");

    public void TypeInvalid(string field, JsonNode? value, string why) => Add("FieldValueTypeInvalid", field, $"Invalid value: {Text(value)}: {why}");

    private void Add(string reason, string field, string message) => _all.Add(new StatusCause(reason, message, field));

    private static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => $"\"{text.GetValue<string>()}\"",
        _ => value.ToJsonString(Serialization.Options),
    };
}
