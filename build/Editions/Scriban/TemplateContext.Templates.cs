using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Tree;

namespace Scriban;

public partial class TemplateContext
{
    /// <summary>The path of a template that is included by name; null leaves it out.</summary>
    public virtual string GetTemplatePathFromName(string templateName, ScriptNode callerContext)
    {
        if (string.IsNullOrEmpty(templateName))
            throw new ScriptRuntimeException(SpanOf(callerContext), "Include template name cannot be null or empty");
        return ConvertTemplateNameToPath(templateName, callerContext);
    }

    public Template GetOrCreateTemplate(string templatePath, ScriptNode callerContext)
    {
        if (!CachedTemplates.TryGetValue(templatePath, out var template))
            CachedTemplates[templatePath] = template = CreateTemplate(templatePath, callerContext);
        return template;
    }

    /// <summary>Renders an included template with its arguments; named ones become its local variables.</summary>
    public string RenderTemplate(Template template, ScriptArray arguments, ScriptNode callerContext)
    {
        EnterRecursive(callerContext);
        var (indent, atLineStart) = (CurrentIndent, _isAtLineStart);
        CurrentIndent = null;
        PushOutput();
        var named = NamedArguments(callerContext);
        PushLocal();
        try
        {
            SetValue(ScriptVariable.Arguments, arguments, true, true);
            foreach (var (name, value) in named)
                SetValue(ScriptVariable.Create(name, ScriptVariableScope.Local), value, false, true);
            if (indent is not null)
                ResetPreviousNewLine();
            return template.Render(this);
        }
        finally
        {
            PopLocal();
            PopOutput();
            (CurrentIndent, _isAtLineStart) = (indent, atLineStart);
            ExitRecursive(callerContext);
        }
    }

    protected string ConvertTemplateNameToPath(string templateName, ScriptNode callerContext)
    {
        if (TemplateLoader is null)
            throw new ScriptRuntimeException(SpanOf(callerContext), $"Unable to include <{templateName}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        string path;
        try
        {
            path = TemplateLoader.GetPath(this, SpanOf(callerContext), templateName);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(SpanOf(callerContext), $"Unexpected exception while getting the path for the include name `{templateName}`", error);
        }
        return path ?? throw new ScriptRuntimeException(SpanOf(callerContext), $"Include template path is null for `{templateName}");
    }

    protected virtual Template CreateTemplate(string templatePath, ScriptNode callerContext)
    {
        var span = SpanOf(callerContext);
        if (TemplateLoader is null)
            throw new ScriptRuntimeException(span, "No TemplateLoader registered in TemplateContext.TemplateLoader");
        string text;
        try
        {
            text = IsAsync
                ? TemplateLoader.LoadAsync(this, span, templatePath).AsTask().GetAwaiter().GetResult()
                : TemplateLoader.Load(this, span, templatePath);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while creating template from path `{templatePath}`", error);
        }
        if (text is null)
            throw new ScriptRuntimeException(span, $"The result of including `{templatePath}` cannot be null");

        var template = Template.Parse(text, templatePath, TemplateLoaderParserOptions, TemplateLoaderLexerOptions);
        if (template.HasErrors)
            throw new ScriptParserRuntimeException(span, $"Error while parsing template `{templatePath}`", template.Messages);
        CachedTemplates.Add(templatePath, template);
        return template;
    }

    private Dictionary<string, object> NamedArguments(ScriptNode caller)
    {
        var named = new Dictionary<string, object>();
        foreach (var argument in (caller as CallExpression)?.Arguments.OfType<NamedArgument>() ?? [])
        {
            if (argument.Value is not null)
                named[argument.Name.Name] = argument.Value.Evaluate(this);
        }
        return named;
    }

    private Parsing.SourceSpan SpanOf(ScriptNode node) => node?.Span ?? CurrentSpan;
}
