using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Templates;

/// <summary>A repository and a library of templates of their own, and an environment to render them over.</summary>
internal sealed class TemplateFolder : IDisposable, ISecretSource
{
    private readonly EnvironmentFolder _environments = new();
    private (string Path, string Text) _last;
    private TemplateRenderer? _renderer;

    public TemplateFolder() => Environment = _environments.Load(EnvironmentFolder.Minimal);

    public DeploymentEnvironment Environment { get; set; }

    public string Repository { get; } = Directory.CreateTempSubdirectory("templates-").FullName;

    public string Library { get; } = Directory.CreateTempSubdirectory("library-").FullName;

    public string Secret { get; set; } = "s3cret";

    public TemplateSource Source => new(Repository, Library);

    public void Write(string path, string text, bool inLibrary = false)
    {
        var file = Path.Combine(inLibrary ? Library : Repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<RenderedTemplate> Render(string text, string path = "helm-values/x.yaml", params (string Name, object? Value)[] variables)
    {
        // A renderer reads each template once.
        if (_last != (path, text))
        {
            Write(path, text);
            (_last, _renderer) = ((path, text), new TemplateRenderer(Source, this));
        }
        return _renderer!.RenderAsync(path, Environment, variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)));
    }

    /// <summary>The values that a template with the variable <c>v</c> renders to.</summary>
    public async Task<JsonObject> Values(string text, object? value = null) => (await Render(text, variables: ("v", value))).Values;

    public async Task<IReadOnlyList<Problem>> Refuse(string text, object? value = null, string path = "helm-values/x.yaml") =>
        (await Should.ThrowAsync<ProblemException>(() => Render(text, path, ("v", value)))).Problems;

    public Task<string> GetAsync(SecretReference reference, CancellationToken cancellation) => Task.FromResult(Secret);

    public void Dispose()
    {
        _environments.Dispose();
        Directory.Delete(Repository, recursive: true);
        Directory.Delete(Library, recursive: true);
    }
}
