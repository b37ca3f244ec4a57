using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Tests.Kubernetes;

/// <summary>A real API server on a directory of its own, whose path has a blank in it, and the pipeline's client for it.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly ClusterStore _store;
    private HttpClient? _other;

    private TestCluster()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("a cluster-").FullName;
        _store = ClusterStore.Open(Path.Combine(Directory, "cluster"));
    }

    public string Directory { get; }

    public string Kubeconfig => Path.Combine(Directory, "kube config");

    public Door Door { get; } = new(DoorName.Kubernetes);

    public KubernetesApiServer Server { get; private set; } = null!;

    public KubernetesCluster Client { get; private set; } = null!;

    public static async Task<TestCluster> StartAsync(IAdmission? admission = null)
    {
        var cluster = new TestCluster();
        cluster.Server = await KubernetesApiServer.StartAsync(
            cluster._store, new KubernetesApiOptions { StateDirectory = cluster.Directory, Admission = admission }, CancellationToken.None);
        cluster.Server.WriteKubeconfig(cluster.Kubeconfig, "test");
        cluster.Client = KubernetesCluster.Connect(new PlatformEndpoints { Kubeconfig = cluster.Kubeconfig }, cluster.Door, TimeProvider.System);
        return cluster;
    }

    public Task<IReadOnlyList<ObjectReference>> ApplyAsync(params string[] objects)
        => Client.ApplyAsync([.. objects.Select(Parse)], TimeSpan.FromSeconds(30), CancellationToken.None);

    /// <summary>Somebody else's request.</summary>
    public async Task<JsonObject> SendAsync(string method, string path, string? body = null, string type = "application/apply-patch+yaml")
    {
        _other ??= OtherClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        using var response = await _other.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(answer);
        return JsonNode.Parse(answer)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _other?.Dispose();
        Client.Dispose();
        await Server.DisposeAsync();
        _store.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static string ConfigMap(string name, string data = """{"color":"blue"}""", string metadata = "")
        => $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{name}}","namespace":"default"{{metadata}}},"data":{{data}}}""";

    public static ObjectReference ConfigMapOf(string name) => new("v1", "ConfigMap", "default", name);

    private HttpClient OtherClient()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(Server.AuthorityPem) },
        };
        var client = new HttpClient(handler) { BaseAddress = Server.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Server.Token);
        return client;
    }
}
