using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;

/// <summary>
/// ExternalDNS with the rfc2136 provider: sends real updates to the server that its pod's flags name, signed with the key of its
/// environment. A failed transfer is only logged and taken for an empty zone, as the real one does it: then nothing is ever deleted.
/// </summary>
internal sealed class ExternalDnsController(Cluster cluster, ControllerLog log) : Controller(cluster)
{
    private const string Image = "external-dns";

    private readonly Door _door = new(DoorName.Dns) { Retry = DoorRetry.Never };

    public override IEnumerable<ObjectKey> Affected(ClusterChange change)
    {
        if (change.Resource == Resources.Pods)
            return !change.IsDeletion && RunningPods.Runs(change.Object, Image) ? [change.Key] : [];
        return change.Resource == Resources.Ingresses ? RunningPods.Of(Cluster, Image).Select(pod => Cluster.KeyOf(Resources.Pods, pod)) : [];
    }

    public override async ValueTask<TimeSpan?> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (Cluster.Get(key) is not { } pod || !Workloads.PodTemplate.IsReady(pod))
            return null;
        var options = ExternalDnsOptions.Read(Cluster, pod);
        if (options.Provider != "rfc2136" || !options.Sources.Contains("ingress"))
            return null;
        try
        {
            await SynchronizeAsync(options, cancellation);
        }
        catch (ProblemException failure)
        {
            // The process lives on and tries again at its next interval; that it stays healthy is its real behaviour.
            var problem = failure.Problems[0];
            var message = problem.Cause is null ? problem.Message : $"{problem.Message}: {problem.Cause}";
            log.Write(Image, $"level=error msg=\"RFC2136 update failed: {message}\"");
            Cluster.Record(key, "Warning", "RecordUpdateFailed", message, Image);
        }
        return options.Interval;
    }

    private async Task SynchronizeAsync(ExternalDnsOptions options, CancellationToken cancellation)
    {
        var key = TsigKey.Parse(options.KeyName, options.KeyAlgorithm, options.KeySecret);
        var client = new DnsClient(options.Server, _door, new DnsClientOptions { Time = Cluster.Time });
        var zone = options.Transfers ? await TransferAsync(client, options, key, cancellation) : [];
        var desired = Cluster.List(Resources.Ingresses).SelectMany(ingress => DesiredRecord.Of(ingress, options)).ToList();
        var (update, changes) = RecordPlan.Make(options, zone, desired);
        if (changes.Count == 0)
            return;
        foreach (var change in changes)
            log.Write(Image, $"level=info msg=\"{change}\"");
        await client.UpdateAsync(update, key, cancellation);
    }

    private async Task<IReadOnlyList<DnsRecord>> TransferAsync(DnsClient client, ExternalDnsOptions options, TsigKey key, CancellationToken cancellation)
    {
        var records = new List<DnsRecord>();
        try
        {
            await foreach (var record in client.TransferAsync(DnsName.Parse(options.Zone), key, cancellation))
                records.Add(record);
        }
        catch (ProblemException failure)
        {
            log.Write(Image, $"level=error msg=\"AXFR error: {failure.Problems[0].Message}\"");
        }
        return records;
    }
}
