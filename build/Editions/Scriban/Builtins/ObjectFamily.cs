using System.Collections;
using System.Globalization;
using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using ScribanEdition.Running;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>object</c>.</summary>
internal static class ObjectFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(14);
        var entries = new ScriptParameterInfo(typeof(IDictionary<string, object>), "value");
        family.Add("Default", [Any("value"), Any("default")], c => c[0] is null or "" ? c[1] : c[0]);
        family.Add("Eval", [Any("value")], c => Evaluated(c, EvaluateExpression));
        family.Add("EvalTemplate", [Any("value")], c => Evaluated(c, EvaluateTemplate));
        family.Add("Format", [Any("value"), Text("format"), Text("culture").Or(null)], Format);
        family.Add("HasKey", [entries, Text("key")], c => c[1] is string key && c[0] is IDictionary<string, object> value && value.ContainsKey(key));
        family.Add("HasValue", [entries, Text("key")], c =>
            c[1] is string key && c[0] is IDictionary<string, object> value && value.ContainsKey(key) && value[key] is not null);
        family.Add("Keys", [Any("value")], Keys);
        family.Add("Size", [Any("value")], c => c[0] switch
        {
            string text => text.Length,
            IEnumerable items => ArrayFamily.Size(c.Context, c.Span, items),
            _ => 0,
        });
        family.Add("Typeof", [Any("value")], c => TypeOf(c[0]));
        family.Add("Kind", [Any("value")], c => c[0] is null ? null : c.Context.GetTypeName(c[0]));
        family.Add("Values", [Any("value")], Values);
        family.Add("FromJson", [Text("json")], c => FromJson(c.Text(0)));
        family.Add("ToJson", [Any("value")], c => JsonText.Of(c.Context, c[0]));
        return family;
    }

    private static object Evaluated(Invocation call, Func<TemplateContext, Invocation, string, object> evaluate)
    {
        switch (call[0])
        {
            case string text:
                try
                {
                    return evaluate(call.Context, call, text);
                }
                catch (Exception error)
                {
                    throw new ArgumentException(error.Message, "value");
                }
            case IScriptCustomFunction function:
                return Calls.Call(call.Context, call.Context.CurrentNode, function, takesPipedArgument: false, null);
            default:
                return call[0];
        }
    }

    private static object EvaluateExpression(TemplateContext context, Invocation call, string text)
    {
        var template = Template.Parse(text, lexerOptions: new LexerOptions { Lang = context.Language, Mode = ScriptMode.ScriptOnly });
        if (template.HasErrors)
            throw call.Failure(template.Messages.ToString());
        if (template.Page.Body is not { } body)
            return null;
        return body.List is [var only] ? context.Evaluate(only) : context.Evaluate(template.Page);
    }

    private static object EvaluateTemplate(TemplateContext context, Invocation call, string text)
    {
        var template = Template.Parse(text, lexerOptions: new LexerOptions { Lang = context.Language });
        if (template.HasErrors)
            throw call.Failure(template.Messages.ToString());
        var output = new StringBuilderOutput();
        context.PushOutput(output);
        try
        {
            context.Evaluate(template.Page);
        }
        finally
        {
            context.PopOutput();
        }
        return output.ToString();
    }

    private static object Format(Invocation call) => call[0] switch
    {
        null => string.Empty,
        IFormattable value => value.ToString(
            call.Text(1) ?? string.Empty,
            call[2] is string culture ? new CultureInfo(culture) : call.Context.CurrentCulture),
        _ => throw call.Failure($"Unexpected `{call[0]}`. Must be a formattable object"),
    };

    private static ScriptArray Keys(Invocation call)
    {
        var context = call.Context;
        IEnumerable keys = call[0] switch
        {
            null => Array.Empty<object>(),
            IDictionary entries => entries.Keys,
            IDictionary<string, object> entries => entries.Keys,
            IScriptObject value => value.GetMembers(),
            IScriptCustomFunction => Array.Empty<object>(),
            var value => context.GetMemberAccessor(value).GetMembers(context, context.CurrentSpan, value),
        };
        return new ScriptArray(LazyLists.Counted(context, context.CurrentSpan, keys));
    }

    private static ScriptArray Values(Invocation call)
    {
        var context = call.Context;
        switch (call[0])
        {
            case null:
                return [];
            case IDictionary<string, object> entries:
                return new ScriptArray(LazyLists.Counted(context, context.CurrentSpan, entries.Values));
            case IScriptCustomFunction:
                return [];
        }
        var accessor = context.GetMemberAccessor(call[0]);
        var members = accessor.GetMembers(context, context.CurrentSpan, call[0]);
        return new ScriptArray(LazyLists.Counted(context, context.CurrentSpan, members).Select(member =>
            accessor.TryGetValue(context, context.CurrentSpan, call[0], (string)member, out var value) ? value : null));
    }

    private static string TypeOf(object value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        _ when TypeNames.IsPrimitive(value.GetType()) => "number",
        ScriptRange => "iterator",
        IList => "array",
        ScriptObject or IDictionary => "object",
        IEnumerable => "iterator",
        _ => "object",
    };

    private static object FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Json.ToScript(document.RootElement);
    }
}
