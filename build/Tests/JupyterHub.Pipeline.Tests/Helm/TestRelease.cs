using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Tests.Helm;

/// <summary>A chart of one ConfigMap, and on demand of a workload that nothing here makes ready, on a real API server.</summary>
internal sealed class TestRelease : IAsyncDisposable
{
    private TestRelease(TestCluster cluster)
    {
        Cluster = cluster;
        ChartFolder = Path.Combine(cluster.Directory, "charts", "demo");
        Directory.CreateDirectory(Path.Combine(ChartFolder, "templates"));
        Write("Chart.yaml", "apiVersion: v2\nname: demo\nversion: 0.1.0\n");
        Write("values.yaml", "color: blue\nstuck: false\n");
        Write("values.schema.json", """{"type":"object","additionalProperties":false,"properties":{"color":{"type":"string"},"stuck":{"type":"boolean"},"global":{"type":"object"}}}""");
        Write("templates/all.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: {{ .Release.Name }} }
            data: { color: {{ .Values.color | quote }} }
            {{- if .Values.stuck }}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { name: {{ .Release.Name }} }
            spec:
              serviceName: demo
              selector: { matchLabels: { app: demo } }
              template:
                metadata: { labels: { app: demo } }
                spec: { containers: [{ name: web, image: "example.org/web:1" }] }
            {{- end }}
            """);
    }

    public TestCluster Cluster { get; }

    public Door Door { get; } = new(DoorName.Helm) { Retry = DoorRetry.Never };

    public string ChartFolder { get; }

    /// <summary>How often helm was started through a new <see cref="Releases"/>.</summary>
    public int HelmLookups { get; private set; }

    public HelmRelease Release { get; } = new("demo", "demo-space", new ChartSource { Chart = "demo", Version = "0.1.0", Repository = "https://127.0.0.1:1" }, "demo.yaml");

    public static async Task<TestRelease> StartAsync() => new(await TestCluster.StartAsync());

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(ChartFolder, file), text);

    public HelmReleases Releases(Pipeline.Kubernetes.KubernetesCluster? client = null)
    {
        var helm = Helm();
        var charts = new ChartStore(Path.GetDirectoryName(ChartFolder), Path.Combine(Cluster.Directory, "cache"), standIns: null, helm, Door);
        return new HelmReleases(helm, charts, client ?? Cluster.Client, Door);
    }

    public HelmCommand Helm() => new(new Lazy<Task<string>>(() =>
    {
        HelmLookups++;
        return Task.FromResult(HelmTools.Helm!);
    }), Path.Combine(Cluster.Directory, "helm home"));

    public Task<bool> InstallAsync(string values = "{}", double seconds = 60, CancellationToken cancellation = default)
        => Releases().InstallAsync(Release, Values(values), TimeSpan.FromSeconds(seconds), cancellation);

    public static RenderedTemplate Values(string json)
        => new() { Path = "helm-values/demo.yaml", Text = json, Shown = json, Documents = [JsonNode.Parse(json)!.AsObject()] };

    public async Task<string?> ColorAsync()
        => (string?)(await Cluster.Client.GetAsync(new Pipeline.Kubernetes.ObjectReference("v1", "ConfigMap", Release.Namespace, "demo"), default))?["data"]?["color"];

    /// <summary>The status of every revision, oldest first.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync()
        => [.. (await Cluster.Client.ListAsync("v1", "Secret", Release.Namespace, "owner=helm", default))
            .OrderBy(x => int.Parse((string)x["metadata"]!["labels"]!["version"]!, System.Globalization.CultureInfo.InvariantCulture))
            .Select(x => (string)x["metadata"]!["labels"]!["status"]!)];

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
