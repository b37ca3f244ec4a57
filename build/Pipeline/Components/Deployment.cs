using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates;
using Nuke.Common;
using Serilog;

namespace JupyterHub.Pipeline.Components;

/// <summary>
/// One deployment of one environment: what the targets of a run share. It is composed when it is first needed, from the build's
/// parameters; the work itself is in the nouns' folders.
/// </summary>
public sealed partial class Deployment : IAsyncDisposable
{
    /// <summary>The environment of <c>DeployOnPrem</c> when none is named.</summary>
    public const string DefaultEnvironment = "onprem-rehearsal";

    private readonly IHazDeployment _build;
    private readonly IRehearsal? _rehearsal;
    private readonly Lazy<DeploymentEnvironment> _environment;
    private readonly Lazy<SecretStore> _secrets;
    private readonly Lazy<TemplateRenderer> _renderer;
    private readonly Lazy<RenderedSet> _rendered;
    private readonly DeploymentFolders _folders;
    private PlatformEndpoints? _endpoints;
    private KubernetesCluster? _cluster;
    private HelmReleases? _releases;

    /// <param name="build">The build, for its parameters and folders.</param>
    /// <param name="rehearsal">The rehearsal that the build carries, if any.</param>
    public Deployment(IHazDeployment build, IRehearsal? rehearsal)
    {
        _build = build;
        _rehearsal = rehearsal;
        _folders = new DeploymentFolders(build.RootDirectory);
        _environment = new Lazy<DeploymentEnvironment>(LoadEnvironment);
        _secrets = new Lazy<SecretStore>(() => new SecretStore(Run.Redactor, new SecretStoreOptions
        {
            RehearsalDirectory = Path.Combine(_folders.Rehearsals, _environment.Value.Name, "secrets"),
            Redact = Run.Redactor.Redact,
            Time = Run.Time,
        }));
        _rendered = new Lazy<RenderedSet>(() => new RenderedSet(_folders.Rendered(_environment.Value.Name)));
        _renderer = new Lazy<TemplateRenderer>(() => new TemplateRenderer(new TemplateSource(_folders.Root), _secrets.Value));
    }

    /// <summary>The environment that is deployed.</summary>
    /// <exception cref="ProblemException">There is no such environment, or something is wrong with it.</exception>
    public DeploymentEnvironment Environment => _endpoints is null ? _environment.Value : Resolve(_environment.Value, _endpoints);

    /// <summary>The cluster that <see cref="ProvisionClusterAsync"/> got.</summary>
    public KubernetesCluster Cluster => _cluster ?? throw new InvalidOperationException("ProvisionCluster has not run");

    private static PipelineRun Run => PipelineRun.Current;

    private HelmReleases Releases => _releases ?? throw new InvalidOperationException("ProvisionCluster has not run");

    private PlatformEndpoints Endpoints => _endpoints ?? throw new InvalidOperationException("ProvisionCluster has not run");

    /// <summary>Gets the cluster, and refuses one that a chart of the environment does not support. May be run twice.</summary>
    public async Task ProvisionClusterAsync()
    {
        if (_releases is not null)
            return;
        var cancellation = Run.Cancellation;
        RequireOnPrem(_environment.Value);
        var helm = new HelmCommand(new Lazy<Task<string>>(() => new HelmExecutable(_folders.Tools).LocateAsync(cancellation)), _folders.HelmHome);
        _endpoints = await new ClusterEndpoints(_rehearsal, _secrets.Value, _folders.Rehearsals).ProvisionAsync(_environment.Value, cancellation);
        _cluster = KubernetesCluster.Connect(_endpoints, Run.Doors.Kubernetes, Run.Time);
        var version = await _cluster.VersionAsync(cancellation);
        var nodes = await _cluster.ListAsync("v1", "Node", @namespace: null, labelSelector: null, cancellation);
        if (KubernetesVersion.TryParse(version, out var parsed) && EnvironmentChecks.AgainstCluster(_environment.Value, parsed, nodes.Count) is { Count: > 0 } problems)
            throw new ProblemException(problems);
        var charts = new ChartStore(_build.ChartsDirectory ?? _environment.Value.Charts.Directory, _folders.Charts, _endpoints.StandInCharts, helm, Run.Doors.Helm);
        _releases = new HelmReleases(helm, charts, _cluster, Run.Doors.Helm);
        Log.Information("Kubernetes {Version} with {Count} nodes answers; kubeconfig {Kubeconfig}", version, nodes.Count, _endpoints.Kubeconfig);
    }

    /// <summary>Installs or upgrades a release; nothing is written when it is as asked for.</summary>
    public async Task InstallAsync(Func<DeploymentEnvironment, HelmRelease> release)
    {
        var asked = release(Environment);
        await Releases.InstallAsync(asked, await RenderAsync("helm-values/" + asked.Values), Environment.Timeouts.Release, Run.Cancellation);
    }

    /// <summary>Waits until everything named is ready.</summary>
    public Task UntilAsync(Func<DeploymentEnvironment, IReadOnlyList<Readiness>> ready)
        => Cluster.UntilAsync(ready(Environment), Environment.Timeouts.Ready, Run.Cancellation);

    public async ValueTask DisposeAsync()
    {
        _cluster?.Dispose();
        if (_rehearsal is not null)
            await _rehearsal.DisposeAsync();
    }

    private DeploymentEnvironment LoadEnvironment()
        => new EnvironmentCatalog(_build.RootDirectory).Load(_build.HubEnvironment ?? DefaultEnvironment);

    // The rehearsal chooses its DNS server's port when it starts.
    private static DeploymentEnvironment Resolve(DeploymentEnvironment environment, PlatformEndpoints endpoints)
        => endpoints.NameServer is not { } server ? environment : environment with
        {
            Dns = environment.Dns with { Bind9 = environment.Dns.Bind9 with { Server = server.Address.ToString(), Port = server.Port } },
        };

    private static void RequireOnPrem(DeploymentEnvironment environment)
    {
        if (environment.Platform != Platform.OnPrem)
        {
            throw new ProblemException(new Problem(ClusterProblems.WrongPlatform, $"{environment.Name} is an environment for {environment.Platform}, not for machines of your own.")
            {
                Location = environment.Source.LocationOf("platform"),
            });
        }
    }
}
