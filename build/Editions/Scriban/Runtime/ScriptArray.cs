using System.Collections;
using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>An array as templates make them: reading beyond its end gives null, writing there makes it longer.</summary>
public class ScriptArray : ScriptArray<object>
{
    public ScriptArray()
    {
    }

    public ScriptArray(int capacity)
        : base(capacity)
    {
    }

    public ScriptArray(IEnumerable<object> values)
        : base(values)
    {
    }

    public ScriptArray(IEnumerable values)
        : base(values)
    {
    }

    public override object this[int index]
    {
        get => index < 0 || index >= Count ? null : base[index];
        set => base[index] = value;
    }

    [ScriptMemberIgnore]
    public static ScriptArray From(object obj) => obj switch
    {
        null => throw new ArgumentNullException(nameof(obj)),
        JsonElement { ValueKind: JsonValueKind.Array } json => (ScriptArray)ScribanEdition.Running.Json.ToScript(json),
        JsonElement json => throw new ArgumentException($"Unsupported JsonElement ValueKind `{json.ValueKind}`. Expecting Array.", nameof(obj)),
        IEnumerable values => new ScriptArray(values),
        _ => throw new ArgumentException($"Unsupported object type `{obj.GetType()}`. Expecting an IEnumerable or a JsonElement array.", nameof(obj)),
    };
}
