using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    /// <summary>The path that stands for a template from now on, also in messages and as the key under which it is kept.</summary>
    string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    string Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
