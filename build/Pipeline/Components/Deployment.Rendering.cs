using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Templates;

namespace JupyterHub.Pipeline.Components;

public sealed partial class Deployment
{
    // Webhooks answer some seconds after their pods are ready; a minute or two more on slow machines.
    private static readonly TimeSpan WebhookPatience = TimeSpan.FromMinutes(2);

    /// <summary>Renders a template of <c>manifests/</c> and applies what it says.</summary>
    /// <param name="manifest">Its path below <c>manifests/</c>.</param>
    /// <param name="variables">What it sees besides the environment.</param>
    public async Task ApplyAsync(string manifest, IReadOnlyDictionary<string, object?>? variables = null)
    {
        var rendered = await RenderAsync("manifests/" + manifest, variables);
        await Cluster.ApplyAsync(rendered.Documents, WebhookPatience, Run.Cancellation);
    }

    /// <summary>The Ceph cluster to import, as the variable <c>ceph</c>; its keys are redacted from now on.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> CephExportAsync()
    {
        var settings = Environment.Storage.Ceph;
        var export = await CephExportReader.ReadAsync(settings.Export, settings.Pool, Run.Cancellation);
        foreach (var credentials in new[] { export.HealthChecker, export.Node, export.Provisioner })
            Run.Redactor.Register(credentials.Key);
        return new Dictionary<string, object?> { ["ceph"] = export };
    }

    /// <summary>The certificate that was brought along, as the variable <c>certificate</c>.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ProvidedCertificateAsync()
        => new Dictionary<string, object?> { ["certificate"] = await File.ReadAllTextAsync(Environment.Certificates.Provided!.Certificate, Run.Cancellation) };

    private Task<RenderedTemplate> RenderAsync(string path, IReadOnlyDictionary<string, object?>? variables = null)
        => _renderer.Value.RenderAsync(path, Environment, variables, Run.Cancellation);
}
