using System.Text.Json;
using Scriban.Runtime;

namespace ScribanEdition.Running;

/// <summary>JSON values as templates see them.</summary>
internal static class Json
{
    public static object Unwrap(object value) => value is JsonElement json ? ToScript(json) : value;

    public static object ToScript(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var value = new ScriptObject();
                value.Import(json);
                return value;
            case JsonValueKind.Array:
                var array = new ScriptArray();
                array.Import(json);
                return array;
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return json.GetDecimal();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }
}
