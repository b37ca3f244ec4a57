using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// A zone on its primary server, and the key that may transfer and update it. The pipeline owns the record sets it is asked to keep, and
/// touches no others: a record that is no longer asked for stays until someone deletes it.
/// </summary>
public sealed class Bind9Zone(DnsServerEndpoint server, DnsName zone, TsigKey key, Door door, DnsClientOptions? options = null)
{
    private readonly DnsClient _client = new(server, door, options);

    private string Location => $"DNS server {server}, zone {zone}";

    /// <summary>The zone's SOA record: the server is reached, and is responsible for the zone.</summary>
    /// <exception cref="ProblemException">HUB1614 when it is not responsible; HUB1605 to HUB1608 when it is not reached; HUB1626.</exception>
    public async Task<SoaData> FindAsync(CancellationToken cancellation)
    {
        var response = await _client.QueryAsync(zone, RecordType.SOA, key: null, cancellation);
        var soa = response.Answers.Where(record => record.Name.Equals(zone)).Select(record => record.Data).OfType<SoaData>().FirstOrDefault();
        if (soa is not null && response.Authoritative)
            return soa;

        throw new ProblemException(new Problem(DnsProblems.NotAuthoritative, $"the server does not serve the zone '{zone}'")
        {
            Location = Location,
            Cause = soa is not null ? "it knows the zone from another server only" : response.Code == ResponseCode.NXDomain ? "NXDOMAIN" : "it has no SOA record of that name",
        });
    }

    /// <summary>All records of the zone, by a signed transfer: what ExternalDNS needs, and would go without in silence.</summary>
    /// <exception cref="ProblemException">HUB1611 to HUB1613 and HUB1620 to HUB1622, among others: the key or its grants are not right.</exception>
    public async Task<IReadOnlyList<DnsRecord>> TransferAsync(CancellationToken cancellation)
    {
        var records = new List<DnsRecord>();
        await foreach (var record in _client.TransferAsync(zone, key, cancellation))
            records.Add(record);
        return records;
    }

    /// <summary>Proves, without a change, that the key may write the types of records that ExternalDNS writes at a name.</summary>
    /// <exception cref="ProblemException">HUB1610 when the zone's update-policy does not grant them.</exception>
    public Task ProveGrantAsync(DnsName name, CancellationToken cancellation)
        => _client.ProveGrantAsync(zone, key, [(name, RecordType.A), (name, RecordType.AAAA), (name, RecordType.CNAME), (name, RecordType.TXT)], cancellation);

    /// <summary>
    /// Makes the record sets what they are asked to be, in one atomic update, and reads them back. Nothing is written when all is as asked.
    /// </summary>
    /// <returns>What changed, in the order of <paramref name="wanted"/>.</returns>
    /// <exception cref="ProblemException">
    /// All conflicts together (HUB1624, HUB1627) before anything is written; HUB1616 when someone else changed one of the sets meanwhile;
    /// HUB1623 when the server reported success and did something else.
    /// </exception>
    public async Task<IReadOnlyList<RecordSetChange>> ConvergeAsync(IReadOnlyList<DnsRecordSet> wanted, CancellationToken cancellation)
    {
        if (wanted.Count == 0)
            return [];

        var plan = new RecordSetPlan(zone, await TransferAsync(cancellation), Location);
        var changes = plan.Changes(wanted);
        if (changes.Count == 0)
            return [];

        await _client.UpdateAsync(plan.Update(changes), key, cancellation);
        await ReadBackAsync(changes, cancellation);
        return changes;
    }

    /// <summary>NOERROR does not mean done: BIND ignores a CNAME beside other records, and reports success.</summary>
    private async Task ReadBackAsync(IReadOnlyList<RecordSetChange> changes, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        foreach (var set in changes.Select(change => change.After))
        {
            var response = await _client.QueryAsync(set.Name, set.Type, key, cancellation);
            var found = response.Answers.Where(record => record.Name.Equals(set.Name)).ToList();
            if (found.Count > 0 && set.SameAs(new DnsRecordSet(set.Name, set.Type, found[0].Ttl, [.. found.Select(record => record.Data)])))
                continue;

            problems.Add(new Problem(DnsProblems.UpdateIgnored, $"the server took '{set.Name} {set.Type.ToText()} {set}' and does not have it")
            {
                Location = Location,
                Cause = found.Count == 0 ? "the name has no such record" : $"it has: {string.Join(", ", found)}",
                NextStep = $"look at the name: dig @{server.Host} -p {server.Port} {set.Name} ANY",
            });
        }

        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
