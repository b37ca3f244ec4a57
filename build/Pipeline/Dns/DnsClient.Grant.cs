using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

public sealed partial class DnsClient
{
    /// <summary>
    /// Proves that the key may write records of these names and types, without a change: the update requires that the zone does not exist.
    /// BIND looks at the grants before the prerequisites (since 9.18.11), so that only a missing grant is a refusal.
    /// </summary>
    /// <exception cref="ProblemException">HUB1610 when a grant is missing, and whatever else an update fails with.</exception>
    public async Task ProveGrantAsync(
        DnsName zone, TsigKey key, IEnumerable<(DnsName Name, RecordType Type)> records, CancellationToken cancellation)
    {
        var update = records.Aggregate(new DnsUpdate(zone).RequireNoName(zone), (probe, record) => probe.DeleteSet(record.Name, record.Type));
        var request = new DnsRequest(RequestKind.Update, $"probe of the grants in zone {zone}", zone, WithId(update.ToMessage()), Server, key)
        {
            ChangesNothing = true,
        };
        try
        {
            await PassAsync(request, token => ExchangeByTcpAsync(request, token), cancellation);
        }
        catch (ProblemException expected) when (expected.Problems is [{ Code.Id: var code }] && code == DnsProblems.PrerequisiteFailed.Id)
        {
            // The zone exists: the server got as far as the prerequisites.
        }
    }
}
