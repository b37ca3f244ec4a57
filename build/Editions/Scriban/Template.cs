using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Reading;

namespace Scriban;

/// <summary>A parsed template. It may be rendered any number of times, also at the same time with a context each.</summary>
public class Template
{
    private Template(string sourceFilePath, ParserOptions parserOptions, LexerOptions lexerOptions)
    {
        SourceFilePath = sourceFilePath;
        ParserOptions = parserOptions ?? ParserOptions.Default;
        LexerOptions = lexerOptions ?? LexerOptions.Default;
    }

    public string SourceFilePath { get; }

    public ScriptPage Page { get; private set; }

    public bool HasErrors { get; private set; }

    /// <summary>All problems found while parsing.</summary>
    public LogMessageBag Messages { get; } = new();

    public ParserOptions ParserOptions { get; }

    public LexerOptions LexerOptions { get; }

    /// <summary>Parses a text; never throws for what is wrong in it, see <see cref="HasErrors"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">The name that messages show; <c>&lt;input&gt;</c> if there is none.</param>
    /// <param name="parserOptions">How the tokens are read.</param>
    /// <param name="lexerOptions">How the text is cut into tokens.</param>
    public static Template Parse(string text, string sourceFilePath = null, ParserOptions parserOptions = null, LexerOptions lexerOptions = null)
    {
        var template = new Template(sourceFilePath, parserOptions, lexerOptions);
        if (string.IsNullOrEmpty(text))
        {
            template.Page = new ScriptPage { Span = new SourceSpan(sourceFilePath ?? string.Empty, default, TextPosition.Eof) };
            return template;
        }
        var reader = new TemplateReader(text, sourceFilePath ?? "<input>", template.LexerOptions, template.ParserOptions);
        template.Page = reader.Read();
        template.Messages.AddRange(reader.Messages);
        template.HasErrors = template.Messages.HasErrors;
        return template;
    }

    public static object Evaluate(string expression, TemplateContext context) => Script(expression).Evaluate(context);

    public static object Evaluate(string expression, object model, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        Script(expression).Evaluate(model, memberRenamer, memberFilter);

    public static ValueTask<object> EvaluateAsync(string expression, TemplateContext context) => Script(expression).EvaluateAsync(context);

    /// <summary>The value of the template's last statement; nothing is written.</summary>
    public object Evaluate(TemplateContext context)
    {
        var output = context.EnableOutput;
        try
        {
            context.EnableOutput = false;
            return Run(context, writes: false);
        }
        finally
        {
            context.EnableOutput = output;
        }
    }

    public object Evaluate(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        Evaluate(ContextFor(model, memberRenamer, memberFilter));

    public ValueTask<object> EvaluateAsync(TemplateContext context) => Asynchronously(context, Evaluate);

    public ValueTask<object> EvaluateAsync(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        EvaluateAsync(ContextFor(model, memberRenamer, memberFilter));

    /// <summary>Renders with the variables of a context and returns what its output holds; an output of the context's own is emptied.</summary>
    public string Render(TemplateContext context)
    {
        Run(context, writes: true);
        var result = context.Output.ToString();
        if (context.Output is StringBuilderOutput output)
            output.Builder.Clear();
        return result ?? string.Empty;
    }

    /// <summary>Renders with the members of an object as variables.</summary>
    public string Render(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        Render(ContextFor(model, memberRenamer, memberFilter));

    /// <summary>Renders as <see cref="Render(TemplateContext)"/>, with the loader's and the functions' asynchronous side.</summary>
    public ValueTask<string> RenderAsync(TemplateContext context) => Asynchronously(context, Render);

    public ValueTask<string> RenderAsync(object model = null, MemberRenamerDelegate memberRenamer = null, MemberFilterDelegate memberFilter = null) =>
        RenderAsync(ContextFor(model, memberRenamer, memberFilter));

    private static Template Script(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly });
    }

    private static TemplateContext ContextFor(object model, MemberRenamerDelegate memberRenamer, MemberFilterDelegate memberFilter)
    {
        var variables = new ScriptObject();
        if (model is not null)
            variables.Import(model, memberFilter, memberRenamer);
        var context = new TemplateContext { MemberRenamer = memberRenamer ?? StandardMemberRenamer.Default, MemberFilter = memberFilter };
        context.PushGlobal(variables);
        return context;
    }

    private static ValueTask<T> Asynchronously<T>(TemplateContext context, Func<TemplateContext, T> run)
    {
        var isAsync = context.IsAsync;
        try
        {
            context.IsAsync = true;
            return new ValueTask<T>(run(context));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<T>(error);
        }
        finally
        {
            context.IsAsync = isAsync;
        }
    }

    private object Run(TemplateContext context, bool writes)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HasErrors)
            throw new InvalidOperationException(
                "This template has errors. Check the <Template.HasError> and <Template.Messages> before evaluating a template. Messages:\n" + string.Join("\n", Messages));
        if (SourceFilePath is not null)
            context.PushSourceFile(SourceFilePath);
        try
        {
            var result = context.Evaluate(Page);
            if (writes && result is not null && context.EnableOutput)
                context.Write(Page.Span, result);
            return result;
        }
        finally
        {
            if (SourceFilePath is not null)
                context.PopSourceFile();
        }
    }
}
