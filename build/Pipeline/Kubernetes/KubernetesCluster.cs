using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using k8s;
using k8s.Autorest;
using k8s.Exceptions;

namespace JupyterHub.Pipeline.Kubernetes;

/// <summary>
/// One cluster's API, for objects of any kind. Reads and writes pass the Kubernetes door; what is asked for and already there is not written.
/// </summary>
public sealed partial class KubernetesCluster : IDisposable
{
    private const string Json = "application/json";

    // As long as the API server itself works on one request (its --request-timeout); watches have no such end.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);

    private readonly ApiConnection _connection;
    private readonly Door _door;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string ApiVersion, string Kind), ApiResource> _resources = new();

    private KubernetesCluster(ApiConnection connection, PlatformEndpoints endpoints, Door door, TimeProvider time)
    {
        _connection = connection;
        _door = door;
        _time = time;
        Endpoints = endpoints;
    }

    /// <summary>Where the cluster is reached.</summary>
    public PlatformEndpoints Endpoints { get; }

    /// <summary>Reads the kubeconfig; nothing is sent yet.</summary>
    /// <exception cref="ProblemException">The kubeconfig can't be used (HUB1501).</exception>
    public static KubernetesCluster Connect(PlatformEndpoints endpoints, Door door, TimeProvider time)
    {
        try
        {
            var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(KubeconfigFiles.Load(endpoints.Kubeconfig), endpoints.Context);
            return new KubernetesCluster(ApiConnection.Open(configuration), endpoints, door, time);
        }
        catch (Exception failure) when (failure is KubeConfigException or IOException or UnauthorizedAccessException or FormatException
                                            or ArgumentException or YamlDotNet.Core.YamlException or System.Security.Cryptography.CryptographicException)
        {
            throw new ProblemException(
                [new Problem(KubernetesProblems.KubeconfigUnusable, $"The kubeconfig {endpoints.Kubeconfig} can't be used.") { Location = endpoints.Kubeconfig, Cause = failure.Message }],
                failure);
        }
    }

    /// <summary>The server's version, <c>v1.35.2</c>: the first question, so that a wrong address, trust or credential shows here.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellation)
        => (string?)(await ReadAsync("version", cancellation))?["gitVersion"] ?? "unknown";

    /// <summary>The object, or <see langword="null"/> when there is none, or its kind is unknown to the cluster.</summary>
    public async Task<JsonObject?> GetAsync(ObjectReference reference, CancellationToken cancellation)
    {
        if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is not { } resource)
            return null;
        try
        {
            return await ReadAsync(resource.ObjectPath(reference), cancellation);
        }
        catch (ProblemException problem) when (IsNotFound(problem))
        {
            return null;
        }
    }

    /// <summary>All objects of a kind in a namespace (in all when absent) that match a label selector; none when the kind is unknown.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(
        string apiVersion, string kind, string? @namespace, string? labelSelector, CancellationToken cancellation)
    {
        if (await FindResourceAsync(apiVersion, kind, cancellation) is not { } resource)
            return [];
        var path = resource.CollectionPath(@namespace);
        if (labelSelector is not null)
            path += "?labelSelector=" + Uri.EscapeDataString(labelSelector);
        var list = await ReadAsync(path, cancellation);
        return list["items"] is JsonArray items ? [.. items.OfType<JsonObject>()] : [];
    }

    public void Dispose() => _connection.Dispose();

    internal async Task<JsonObject> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await _door.ReadAsync("GET /" + path, 
                token => AnswerAsync(HttpMethod.Get, path, body: null, contentType: null, token), cancellation, ApiFailure.Retry);
        }
        catch (Exception failure) when (Explain(failure, "GET /" + path) is { } problem)
        {
            throw problem;
        }
    }

    private async Task<JsonObject> AnswerAsync(HttpMethod method, string path, byte[]? body, string? contentType, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(RequestTimeout);
        using var content = body is null ? null : new ByteArrayContent(body);
        if (content is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue(contentType!);
        try
        {
            using var response = await _connection.SendAsync(method, path, content, Json, deadline.Token);
            await using var answer = await response.Content.ReadAsStreamAsync(deadline.Token);
            return await JsonNode.ParseAsync(answer, cancellationToken: deadline.Token) as JsonObject ?? throw new IOException("the answer is no object");
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {RequestTimeout.TotalSeconds:0} s", failure);
        }
        catch (JsonException failure)
        {
            throw new IOException("the answer is not JSON, so this is hardly a Kubernetes API", failure);
        }
    }

    private static bool IsNotFound(ProblemException problem)
        => problem.InnerException is HttpOperationException { Response.StatusCode: HttpStatusCode.NotFound };

    private ProblemException? Explain(Exception failure, string what)
    {
        var server = _connection.BaseUri.GetLeftPart(UriPartial.Authority);
        return failure switch
        {
            HttpOperationException http => ApiProblem(http, what),
            HttpRequestException { InnerException: System.Security.Authentication.AuthenticationException inner } => Wrap(
                new Problem(KubernetesProblems.Untrusted, $"The certificate of {server} is not trusted.") { Location = Endpoints.Kubeconfig, Cause = inner.Message }, failure),
            HttpRequestException or IOException or TimeoutException => Wrap(
                new Problem(KubernetesProblems.Unreachable, $"{server} does not answer.") { Location = Endpoints.Kubeconfig, Cause = (failure.InnerException ?? failure).Message }, failure),
            _ => null,
        };
    }

    private static ProblemException ApiProblem(HttpOperationException failure, string what)
    {
        var message = ApiFailure.Message(failure);
        var code = failure.Response.StatusCode switch
        {
            _ when ApiFailure.IsUnauthorized(failure) => KubernetesProblems.Refused,
            HttpStatusCode.Conflict => KubernetesProblems.Conflict,
            HttpStatusCode.InternalServerError when ApiFailure.IsWebhookFailure(failure) => KubernetesProblems.WebhookUnavailable,
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => KubernetesProblems.Unreachable,
            _ => KubernetesProblems.Rejected,
        };
        return Wrap(new Problem(code, $"{code.Title}: {what}.") { Location = what, Cause = message }, failure);
    }

    private static ProblemException Wrap(Problem problem, Exception failure) => new([problem], failure);
}
