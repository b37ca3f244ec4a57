using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Templates.Validation;
using Serilog;

namespace JupyterHub.Pipeline.Components;

public sealed partial class Deployment
{
    /// <summary>Renders a template of <c>manifests/</c> and applies what it says.</summary>
    /// <param name="manifest">Its path below <c>manifests/</c>.</param>
    /// <param name="variables">What it sees besides the environment.</param>
    public async Task ApplyAsync(string manifest, IReadOnlyDictionary<string, object?>? variables = null)
    {
        var rendered = await RenderAsync("manifests/" + manifest, variables);
        await CheckAsync(rendered);
        await StorageClasses.RequireAsync(Cluster, rendered.Documents, Run.Cancellation);
        await Cluster.ApplyAsync(rendered.Documents, Environment.Timeouts.Ready, Run.Cancellation);
    }

    /// <summary>Looks, before anything is written, whether the StorageClass of a manifest can be made in this cluster.</summary>
    /// <param name="manifest">Its path below <c>manifests/</c>.</param>
    /// <param name="variables">What it sees besides the environment.</param>
    public async Task RequireStorageClassAsync(string manifest, IReadOnlyDictionary<string, object?>? variables = null)
        => await StorageClasses.RequireAsync(Cluster, (await RenderAsync("manifests/" + manifest, variables)).Documents, Run.Cancellation);

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

    /// <summary>
    /// Renders everything for people: without secrets, and without a cluster. Where a rehearsal would choose a port, the standard one stands.
    /// </summary>
    /// <param name="folder">Where it is written to; the kept copy's folder when absent.</param>
    public async Task RenderAllAsync(string? folder)
    {
        var renderer = new TemplateRenderer(new TemplateSource(_folders.Root), new RedactedSecrets());
        var set = new RenderedSet(folder ?? _folders.Rendered(Environment.Name));
        var environment = Environment with
        {
            Dns = Environment.Dns with { Bind9 = Environment.Dns.Bind9 with { Server = Environment.Dns.Bind9.Server ?? "127.0.0.1" } },
        };
        var provided = environment.Certificates.Provided is not null;
        var variables = (await CephExportAsync()).Concat(provided ? await ProvidedCertificateAsync() : []).ToDictionary();
        var unused = provided ? "manifests/cert-manager/authority.yaml" : "manifests/cert-manager/provided.yaml";
        foreach (var path in new TemplateSource(_folders.Root).Paths.Where(x => x != unused))
            set.Add(await renderer.RenderAsync(path, environment, variables, Run.Cancellation));
        Log.Information("Rendered {Count} templates of {Environment} to {Folder}", set.Templates.Count, environment.Name, Relative(folder ?? _folders.Rendered(environment.Name)));
    }

    private async Task<RenderedTemplate> RenderAsync(string path, IReadOnlyDictionary<string, object?>? variables = null)
        => _rendered.Value.Add(await _renderer.Value.RenderAsync(path, Environment, variables, Run.Cancellation));

    /// <summary>Checks custom resources against the definitions that the cluster has, so that the problem names the template.</summary>
    private async Task CheckAsync(RenderedTemplate rendered)
    {
        var definitions = await Cluster.DefinitionsAsync(rendered.Documents, Run.Cancellation);
        var problems = rendered.Documents
            .SelectMany(x => definitions.Where(y => y.Describes(x)).SelectMany(y => y.Check(x, rendered.Path)))
            .ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
