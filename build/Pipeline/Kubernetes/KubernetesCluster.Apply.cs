using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using k8s.Autorest;

namespace JupyterHub.Pipeline.Kubernetes;

public sealed partial class KubernetesCluster
{
    /// <summary>The field manager of everything that the pipeline applies.</summary>
    public const string FieldManager = "jupyterhub-pipeline";

    private static readonly string[] FirstKinds = ["Namespace", "CustomResourceDefinition", "StorageClass", "ServiceAccount", "Secret", "ConfigMap"];

    /// <summary>
    /// Applies objects server-side, in an order that lets them refer to each other. What is already as asked for is not written.
    /// An object that a webhook can't admit yet is tried again until <paramref name="webhookDeadline"/>.
    /// </summary>
    /// <returns>The references of what was written.</returns>
    /// <exception cref="ProblemException">A field belongs to another manager (HUB1505), or the server rejects an object (HUB1506).</exception>
    public async Task<IReadOnlyList<ObjectReference>> ApplyAsync(
        IReadOnlyList<JsonObject> objects, TimeSpan webhookDeadline, CancellationToken cancellation)
    {
        var written = new List<ObjectReference>();
        foreach (var desired in objects.OrderBy(x => Rank((string?)x["kind"])))
        {
            var reference = ObjectReference.Of(desired);
            var stamped = AppliedState.WithDigest(desired);
            var live = await GetAsync(reference, cancellation);
            if (live is not null && AppliedState.IsCurrent(stamped, live))
                continue;
            await ApplyAsync(reference, stamped, webhookDeadline, cancellation);
            Serilog.Log.Information("{Verb} {Object}", live is null ? "Created" : "Changed", reference.ToString());
            written.Add(reference);
        }
        return written;
    }

    private static int Rank(string? kind) => Array.IndexOf(FirstKinds, kind) is var index && index >= 0 ? index : FirstKinds.Length;

    private async Task ApplyAsync(ObjectReference reference, JsonObject stamped, TimeSpan webhookDeadline, CancellationToken cancellation)
    {
        var resource = await ResourceAsync(reference, cancellation);
        var path = $"{resource.ObjectPath(reference)}?fieldManager={FieldManager}&fieldValidation=Strict";
        var deadline = _time.GetUtcNow() + webhookDeadline;
        var pause = TimeSpan.FromMilliseconds(250);
        while (true)
        {
            try
            {
                await WriteAsync(HttpMethod.Patch, path, stamped, "application/apply-patch+yaml", $"apply {reference}", cancellation);
                return;
            }
            catch (HttpOperationException failure) when (ApiFailure.IsWebhookFailure(failure) && _time.GetUtcNow() < deadline)
            {
                // Nothing announces that a webhook began to answer: the API server only tells when it is asked.
                TargetProgress.Report($"{reference}: {ApiFailure.Message(failure)}");
                await Task.Delay(pause, _time, cancellation);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, TimeSpan.FromSeconds(5).Ticks));
            }
            catch (HttpOperationException failure)
            {
                throw ApplyProblem(reference, failure);
            }
        }
    }

    /// <summary>Deletes an object with what depends on it; one that is gone already is fine.</summary>
    public async Task DeleteAsync(ObjectReference reference, CancellationToken cancellation)
    {
        if (await FindResourceAsync(reference.ApiVersion, reference.Kind, cancellation) is not { } resource)
            return;
        try
        {
            await WriteAsync(HttpMethod.Delete, resource.ObjectPath(reference), new JsonObject { ["propagationPolicy"] = "Background" }, Json, $"delete {reference}", cancellation);
        }
        catch (HttpOperationException failure) when (failure.Response.StatusCode == HttpStatusCode.NotFound)
        {
        }
        catch (HttpOperationException failure)
        {
            throw ApiProblem(failure, $"delete {reference}");
        }
    }

    private async Task<JsonObject> WriteAsync(
        HttpMethod method, string path, JsonObject body, string contentType, string what, CancellationToken cancellation)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
            return await _door.WriteAsync(what, token => AnswerAsync(method, path, bytes, contentType, token), cancellation, ApiFailure.Retry, idempotent: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException && Explain(failure, what) is { } problem)
        {
            throw problem;
        }
    }

    private static ProblemException ApplyProblem(ObjectReference reference, HttpOperationException failure)
    {
        var causes = ApiFailure.Causes(failure);
        if (failure.Response.StatusCode != HttpStatusCode.Conflict || causes.Count == 0)
            return ApiProblem(failure, $"apply {reference}");
        return new ProblemException(
            [.. causes.Select(x => new Problem(KubernetesProblems.Conflict, $"{x.Field} of {reference} belongs to {ApiFailure.Manager(x.Message) ?? "another manager"}; {FieldManager} does not take it.")
            {
                Location = reference.ToString(),
                Cause = x.Message,
            })], failure);
    }
}
