using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Scriban;
using Scriban.Runtime;
using ScribanEdition.Running;

namespace ScribanEdition.Builtins;

/// <summary>Values as JSON: numbers, texts and what formats itself as they are, lists as arrays, all else as an object of its members.</summary>
internal static class JsonText
{
    public static string Of(TemplateContext context, object value)
    {
        if (value is IScriptCustomFunction)
            throw new ArgumentOutOfRangeException(nameof(value), "Can not serialize functions to JSON.");
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream);
        context.EnterLoopScope();
        try
        {
            Write(context, json, value, []);
        }
        finally
        {
            context.ExitLoopScope();
        }
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(TemplateContext context, Utf8JsonWriter json, object value, Stack<object> path)
    {
        var isTooDeep = context.ObjectRecursionLimit != 0 && path.Count >= context.ObjectRecursionLimit;
        var isLoop = value is not null and not string && !value.GetType().IsValueType && path.Any(outer => ReferenceEquals(outer, value));
        if (isTooDeep || isLoop || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new InvalidOperationException("Structure is too deeply nested or contains reference loops.");
        path.Push(value);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string or bool or IFormattable:
            case var _ when TypeNames.IsPrimitive(value.GetType()):
                JsonSerializer.Serialize(json, value, value.GetType());
                break;
            case IList list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    context.StepLoop(context.CurrentSpan, 1, isQueryable: false);
                    Write(context, json, item, path);
                }
                json.WriteEndArray();
                break;
            default:
                WriteMembers(context, json, value, path);
                break;
        }
        path.Pop();
    }

    private static void WriteMembers(TemplateContext context, Utf8JsonWriter json, object value, Stack<object> path)
    {
        var accessor = context.GetMemberAccessor(value);
        json.WriteStartObject();
        foreach (var member in accessor.GetMembers(context, context.CurrentSpan, value))
        {
            context.StepLoop(context.CurrentSpan, 1, isQueryable: false);
            if (!accessor.TryGetValue(context, context.CurrentSpan, value, member, out var inner))
                continue;
            json.WritePropertyName(member);
            Write(context, json, inner, path);
        }
        json.WriteEndObject();
    }
}
