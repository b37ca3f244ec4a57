using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

/// <summary>An API server on a directory of its own, with a client that trusts it and the real tools pointed at it.</summary>
internal sealed class RunningApi : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _controller = Task.CompletedTask;

    private RunningApi() => Store = ClusterStore.Open(Path.Combine(_directory, "cluster"));

    public ClusterStore Store { get; }

    public KubernetesApiServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Directory => _directory.Path;

    public string Kubeconfig => Path.Combine(_directory, "kubeconfig");

    public static async Task<RunningApi> StartAsync(Func<KubernetesApiOptions, KubernetesApiOptions>? options = null)
    {
        var api = new RunningApi();
        var defaults = new KubernetesApiOptions { StateDirectory = api._directory };
        api.Server = await KubernetesApiServer.StartAsync(api.Store, options?.Invoke(defaults) ?? defaults, CancellationToken.None);
        api.Server.WriteKubeconfig(api.Kubeconfig, "test");
        api.Client = api.NewClient(api.Server.Token);
        return api;
    }

    public HttpClient NewClient(string? token)
    {
        var authority = X509Certificate2.CreateFromPem(Server.AuthorityPem);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { authority },
        };
        var client = new HttpClient(handler) { BaseAddress = Server.Endpoint };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Sends a document and returns the status and the answer.</summary>
    public async Task<(int Status, JsonObject Body)> SendAsync(string method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(int Status, JsonObject Body)> ApplyAsync(string path, string body, string manager, bool force = false) =>
        SendAsync("PATCH", $"{path}?fieldManager={manager}&force={(force ? "true" : "false")}", body, "application/apply-patch+yaml");

    public Task<BufferedCommandResult> KubectlAsync(params IReadOnlyList<string> arguments) => RunAsync(Tools.Kubectl!, arguments, "");

    public Task<BufferedCommandResult> KubectlAsync(string input, IReadOnlyList<string> arguments) => RunAsync(Tools.Kubectl!, arguments, input);

    public Task<BufferedCommandResult> HelmAsync(params IReadOnlyList<string> arguments) => RunAsync(Tools.Helm!, arguments, "");

    /// <summary>Makes Deployments available and Jobs complete, which no controller does in these tests.</summary>
    public void CompleteWorkloads() => _controller = Task.Run(async () =>
    {
        try
        {
            await foreach (var change in Store.Watch(null, cancellation: _stopping.Token))
            {
                if (change.Type is ClusterEventType.Added or ClusterEventType.Modified)
                    Complete(change);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _controller;
        Client.Dispose();
        await Server.DisposeAsync();
        Store.Dispose();
        _directory.Dispose();
    }

    private void Complete(ClusterEvent change)
    {
        var status = change.Resource.Kind switch
        {
            "Deployment" => """{"replicas":1,"readyReplicas":1,"availableReplicas":1,"updatedReplicas":1,"conditions":[{"type":"Available","status":"True"},{"type":"Progressing","status":"True","reason":"NewReplicaSetAvailable"}]}""",
            "Job" => """{"succeeded":1,"startTime":"2026-01-01T00:00:00Z","completionTime":"2026-01-01T00:00:01Z","conditions":[{"type":"Complete","status":"True"}]}""",
            _ => null,
        };
        if (status is null)
            return;
        try
        {
            Store.Change(change.Resource, change.Namespace, change.Name, document =>
            {
                document["status"] = JsonNode.Parse(status);
                if (change.Resource.Kind == "Deployment")
                    document["status"]!["observedGeneration"] = document.Number("metadata", "generation");
                return document;
            }, subresource: "status");
        }
        catch (ApiStatusException refusal) when (refusal.IsNotFound)
        {
            // Deleted meanwhile.
        }
    }

    private async Task<BufferedCommandResult> RunAsync(string tool, IReadOnlyList<string> arguments, string input) =>
        await Cli.Wrap(tool)
            .WithArguments(arguments)
            .WithEnvironmentVariables(environment => environment
                .Set("KUBECONFIG", Kubeconfig)
                .Set("HOME", _directory)
                .Set("HELM_CACHE_HOME", Path.Combine(_directory, "helm"))
                .Set("HELM_CONFIG_HOME", Path.Combine(_directory, "helm"))
                .Set("HELM_DATA_HOME", Path.Combine(_directory, "helm")))
            .WithStandardInputPipe(PipeSource.FromString(input))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
