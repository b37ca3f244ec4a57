using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates.Model;
using JupyterHub.Pipeline.Templates.Yaml;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace JupyterHub.Pipeline.Templates;

/// <summary>
/// Renders templates over an environment. A template's own text is YAML; whatever it inserts is written as a YAML value, so that no value
/// can change what surrounds it. Safe for use by many threads.
/// </summary>
public sealed class TemplateRenderer(TemplateSource source, ISecretSource secrets)
{
    private readonly ConcurrentDictionary<string, Lazy<(TemplateFile File, Template Template)>> _parsed = new(StringComparer.Ordinal);

    /// <summary>Renders one template.</summary>
    /// <param name="path">Its relative path: <c>manifests/longhorn/shared-volume.yaml</c>.</param>
    /// <param name="environment">What it sees, in snake_case: <c>hub.storage.size</c>.</param>
    /// <param name="variables">What else it sees, by name; records and lists are shown in the same way.</param>
    /// <param name="cancellation">Ends the reading of secrets.</param>
    /// <exception cref="ProblemException">The template is wrong, a value does not fit, or a secret cannot be read.</exception>
    public async Task<RenderedTemplate> RenderAsync(
        string path,
        DeploymentEnvironment environment,
        IEnumerable<KeyValuePair<string, object?>>? variables = null,
        CancellationToken cancellation = default)
    {
        var (file, template) = _parsed.GetOrAdd(path, key => new Lazy<(TemplateFile, Template)>(() => Parse(source.Read(key)))).Value;
        var text = Evaluate(file, template, environment, variables ?? []);
        var references = text.Values.Select(interpolation => (interpolation.Value as SecretValue)?.Reference).ToList();
        var known = new Dictionary<SecretReference, string>();
        foreach (var reference in references.OfType<SecretReference>().Distinct())
            known[reference] = await secrets.GetAsync(reference, cancellation);

        var assembly = new YamlAssembly(file, text);
        var values = text.Values.Select((interpolation, index) => references[index] is { } secret ? known[secret] : interpolation.Value).ToList();
        var (yaml, documents) = assembly.Assemble(values);
        Check(path, documents);
        var hidden = assembly.InSecrets();
        var shown = text.Values.Select((interpolation, index) =>
            references[index] is { } secret ? $"<secret: {secret}>" : hidden.Contains(index) ? "<secret>" : interpolation.Value).ToList();
        return new RenderedTemplate { Path = path, Text = yaml, Shown = assembly.Assemble(shown).Text, Documents = documents };
    }

    private static (TemplateFile File, Template Template) Parse(TemplateFile file)
    {
        if (file.Text.AsSpan().ContainsAny(InterpolatedText.Open, InterpolatedText.Close))
            throw new ProblemException(new Problem(TemplateProblems.Syntax, $"The template holds the private-use character U+E000 or U+E001") { Location = file.Path });
        var template = Template.Parse(file.Text.ReplaceLineEndings("\n"), file.Path);
        if (!template.HasErrors)
            return (file, template);
        throw new ProblemException([.. template.Messages
            .Where(message => message.Type == ParserMessageType.Error)
            .Select(message => new Problem(TemplateProblems.Syntax, message.Message) { Location = file.At(message.Span) })]);
    }

    private static void Check(string path, IReadOnlyList<JsonObject> documents)
    {
        if (!path.StartsWith("manifests/", StringComparison.Ordinal))
        {
            if (documents.Count > 1)
                throw new ProblemException(new Problem(TemplateProblems.NotAnObject, $"The values have {documents.Count} documents; a chart takes one") { Location = path });
            return;
        }
        var problems = documents.Index()
            .Where(document => !IsObject(document.Item))
            .Select(document => new Problem(TemplateProblems.NotAnObject, $"Document {document.Index + 1} has no apiVersion, kind or metadata.name") { Location = path })
            .ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static bool IsObject(JsonObject document) =>
        IsText(document["apiVersion"]) && IsText(document["kind"]) && document["metadata"] is JsonObject metadata && IsText(metadata["name"]);

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static InterpolatedText Evaluate(
        TemplateFile file, Template template, DeploymentEnvironment environment, IEnumerable<KeyValuePair<string, object?>> variables)
    {
        var text = new InterpolatedText();
        var model = TemplateModel.Of(environment, variables);
        TemplateFunctions.AddTo(model);
        try
        {
            text.Text = template.Render(new StrictContext(model, text));
            return text;
        }
        catch (UndefinedNameException exception)
        {
            throw new ProblemException(new Problem(TemplateProblems.Undefined, exception.OriginalMessage)
            {
                Location = file.At(exception.Span),
                NextStep = exception.Names.Count == 0 ? null : $"There are {string.Join(", ", exception.Names)}",
            });
        }
        catch (ScriptRuntimeException exception)
        {
            throw new ProblemException(new Problem(TemplateProblems.Failed, exception.OriginalMessage)
            {
                Location = file.At(exception.Span),
                Cause = (exception.InnerException as System.Reflection.TargetInvocationException)?.InnerException?.Message ?? exception.InnerException?.Message,
            });
        }
    }
}
