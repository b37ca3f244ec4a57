using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Tests;

/// <summary>Renders templates for tests, with <c>\n</c> for new lines.</summary>
internal static class Rendered
{
    public static string Text(string template, object? model = null, Action<TemplateContext>? configure = null)
    {
        var context = Context(model);
        configure?.Invoke(context);
        return Parsed(template).Render(context);
    }

    /// <summary>A code block's output.</summary>
    public static string Code(string code, object? model = null, Action<TemplateContext>? configure = null) =>
        Text("{{ " + code + " }}", model, configure);

    /// <summary>The message of a template that fails while it is rendered.</summary>
    public static string Failure(string template, object? model = null, Action<TemplateContext>? configure = null) =>
        Should.Throw<ScriptRuntimeException>(() => Text(template, model, configure)).Message;

    /// <summary>The messages of a template that does not parse.</summary>
    public static string[] Problems(string template)
    {
        var parsed = Template.Parse(template, "a.txt");
        parsed.HasErrors.ShouldBe(parsed.Messages.Count > 0);
        return [.. parsed.Messages.Select(message => message.ToString())];
    }

    public static Template Parsed(string template)
    {
        var parsed = Template.Parse(template, "a.txt");
        parsed.Messages.Select(message => message.ToString()).ShouldBeEmpty();
        return parsed;
    }

    private static TemplateContext Context(object? model)
    {
        var variables = new ScriptObject();
        if (model is not null)
            variables.Import(model);
        var context = new TemplateContext { NewLine = "\n" };
        context.PushGlobal(variables);
        return context;
    }
}
