using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.Workloads;

/// <summary>Runs a Job's pods until enough of them succeeded, or too many failed.</summary>
internal sealed class JobController(Cluster cluster) : WorkloadController(cluster, Resources.Jobs, "Job", Resources.Pods)
{
    protected override TimeSpan? Reconcile(ObjectKey key, JsonObject document)
    {
        var now = Cluster.Time.GetUtcNow();
        if (Conditions.IsTrue(document, "Complete") || Conditions.IsTrue(document, "Failed"))
            return Expire(key, document, now);
        var pods = Cluster.Owned(Resources.Pods, document);
        var succeeded = pods.Count(pod => pod.Text("status", "phase") == "Succeeded");
        var failed = pods.Count(pod => pod.Text("status", "phase") == "Failed");
        var restarts = pods.Sum(pod => pod.Items("status", "containerStatuses").Sum(container => container.Number("restartCount") ?? 0));
        var completions = (int)(document.Number("spec", "completions") ?? 1);
        var limit = document.Number("spec", "backoffLimit") ?? 6;
        var started = document.Text("status", "startTime") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : now;
        var deadline = document.Number("spec", "activeDeadlineSeconds") is { } seconds ? started.AddSeconds(seconds) : (DateTimeOffset?)null;

        string? failure = null, why = null;
        if (failed + restarts > limit)
            (failure, why) = ("BackoffLimitExceeded", "Job has reached the specified backoff limit");
        else if (deadline <= now)
            (failure, why) = ("DeadlineExceeded", "Job was active longer than specified deadline");

        var active = pods.Where(PodTemplate.IsActive).ToList();
        if (failure is not null || succeeded >= completions)
        {
            foreach (var pod in active)
                Remove(key, pod);
            active = [];
        }
        else if (document.Flag("spec", "suspend") != true)
        {
            var room = Math.Min((int)(document.Number("spec", "parallelism") ?? 1), completions - succeeded) - active.Count;
            for (; room > 0; room--)
            {
                if (TryCreate(key, PodFor(key, document)) is not null)
                    break;
            }
            active = [.. Cluster.Owned(Resources.Pods, document).Where(PodTemplate.IsActive)];
        }

        Cluster.ChangeStatus(key, status => Write(status, active, succeeded, failed, completions, started, failure, why), Manager);
        return deadline - now;
    }

    private void Write(
        JsonObject status, List<JsonObject> active, int succeeded, int failed, int completions, DateTimeOffset started, string? failure, string? why)
    {
        status["startTime"] = Cluster.Format(started);
        Put(status, "active", active.Count);
        Put(status, "succeeded", succeeded);
        Put(status, "failed", failed);
        status["ready"] = active.Count(PodTemplate.IsReady);
        status["terminating"] = 0;
        status["uncountedTerminatedPods"] = new JsonObject();
        if (failure is not null)
        {
            Conditions.Set(status, "FailureTarget", true, failure, why, Cluster.Now);
            Conditions.Set(status, "Failed", true, failure, why, Cluster.Now);
        }
        else if (succeeded >= completions)
        {
            Conditions.Set(status, "SuccessCriteriaMet", true, "CompletionsReached", "Reached expected number of succeeded pods", Cluster.Now);
            Conditions.Set(status, "Complete", true, "CompletionsReached", "Reached expected number of succeeded pods", Cluster.Now);
            status["completionTime"] ??= Cluster.Now;
        }
    }

    private TimeSpan? Expire(ObjectKey key, JsonObject document, DateTimeOffset now)
    {
        if (document.Number("spec", "ttlSecondsAfterFinished") is not { } seconds)
            return null;
        var ended = Conditions.Find(document, "Complete") ?? Conditions.Find(document, "Failed");
        var left = DateTimeOffset.Parse(ended.Text("lastTransitionTime")!, CultureInfo.InvariantCulture).AddSeconds(seconds) - now;
        if (left > TimeSpan.Zero)
            return left;
        Cluster.Delete(key);
        return null;
    }

    private static JsonObject PodFor(ObjectKey key, JsonObject document)
    {
        var uid = document.Text("metadata", "uid")!;
        var pod = PodTemplate.Pod(document, new Dictionary<string, string>
        {
            ["batch.kubernetes.io/job-name"] = key.Name,
            ["batch.kubernetes.io/controller-uid"] = uid,
            ["job-name"] = key.Name,
            ["controller-uid"] = uid,
        });
        pod["metadata"]!["generateName"] = key.Name + "-";
        return pod;
    }

    private static void Put(JsonObject status, string name, int value)
    {
        if (value == 0)
            status.Remove(name);
        else
            status[name] = value;
    }
}
