using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>What has to change in a zone for record sets to be as asked, and why it cannot be.</summary>
internal sealed class RecordSetPlan(DnsName zone, IReadOnlyList<DnsRecord> content, string location)
{
    private const string ExternalDnsMark = "heritage=external-dns";

    private readonly ILookup<DnsName, DnsRecord> _content = content.ToLookup(record => record.Name);

    /// <exception cref="ProblemException">All conflicts: HUB1624, HUB1627.</exception>
    public IReadOnlyList<RecordSetChange> Changes(IReadOnlyList<DnsRecordSet> wanted)
    {
        var problems = wanted.SelectMany(set => Conflicts(set, wanted)).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);

        return [.. wanted.Select(set => new RecordSetChange(Find(set), set)).Where(change => !change.After.SameAs(change.Before))];
    }

    /// <summary>
    /// One update for all changes. It requires that the sets still are what they were, so that no one's change in between is lost.
    /// </summary>
    public DnsUpdate Update(IReadOnlyList<RecordSetChange> changes)
    {
        var update = new DnsUpdate(zone);
        foreach (var (before, after) in changes)
        {
            update = before is null ? update.RequireNoSet(after.Name, after.Type) : update.RequireExactly(after.Name, before.Values);
            if (after.Type != RecordType.CNAME)
                update = update.RequireNoSet(after.Name, RecordType.CNAME);
        }

        foreach (var set in changes.Select(change => change.After))
        {
            update = update.DeleteSet(set.Name, set.Type);
            update = set.Values.Aggregate(update, (rest, value) => rest.Add(set.Name, TimeSpan.FromSeconds(set.Ttl), value));
        }

        return update;
    }

    private DnsRecordSet? Find(DnsRecordSet set)
    {
        var found = _content[set.Name].Where(record => record.Type == set.Type).ToList();
        return found.Count == 0 ? null : new DnsRecordSet(found[0].Name, set.Type, found[0].Ttl, [.. found.Select(record => record.Data)]);
    }

    private IEnumerable<Problem> Conflicts(DnsRecordSet set, IReadOnlyList<DnsRecordSet> wanted)
    {
        if (!set.Name.IsAtOrBelow(zone))
        {
            yield return new Problem(DnsProblems.NameOutsideZone, $"'{set.Name}' does not lie below the zone '{zone}'") { Location = location };
            yield break;
        }

        // DNSSEC's own records may stand beside a CNAME (RFC 4034, section 3).
        var others = _content[set.Name].Select(record => record.Type)
            .Concat(wanted.Where(other => other.Name.Equals(set.Name)).Select(other => other.Type))
            .Where(type => type != set.Type && type is not (RecordType.RRSIG or RecordType.NSEC or RecordType.NSEC3))
            .Where(type => set.Type == RecordType.CNAME || type == RecordType.CNAME)
            .Distinct().ToList();
        if (others.Count > 0)
        {
            yield return Conflict(
                set, $"'{set.Name}' cannot have a {set.Type.ToText()} record",
                $"it has {string.Join(", ", others.Select(type => type.ToText()))}, and a CNAME stands alone",
                $"delete the other record, or take the {set.Type.ToText()} record out of the environment's dns.bind9.records");
        }

        if (!set.SameAs(Find(set)) && Owner(set) is { } owner)
        {
            yield return Conflict(
                set, $"the {set.Type.ToText()} record of '{set.Name}' belongs to ExternalDNS", $"the zone says so at '{owner}'",
                "take the record out of the environment's dns.bind9.records, or the host out of the Ingress");
        }
    }

    /// <summary>
    /// The TXT record by which ExternalDNS says that it owns the set: named after prefix, type and name, as <c>extdns-a-www</c>. The prefix is
    /// that installation's matter and may be any.
    /// </summary>
    private DnsName? Owner(DnsRecordSet set)
        => content
            .Where(record => record.Data is TextData text && text.Value.Contains(ExternalDnsMark, StringComparison.Ordinal))
            .Select(record => record.Name)
            .FirstOrDefault(name => IsMarkOf(name.ToString(), $"{set.Type.ToText()}-{set.Name}"));

    /// <summary>Not every name that ends so: <c>extdns-aaaa-www</c> marks another set than <c>a-www</c>.</summary>
    private static bool IsMarkOf(string name, string set)
        => name.EndsWith(set, StringComparison.OrdinalIgnoreCase) && (name.Length == set.Length || !char.IsAsciiLetter(name[^(set.Length + 1)]));

    private Problem Conflict(DnsRecordSet set, string message, string cause, string nextStep)
        => new(DnsProblems.RecordConflict, message) { Location = $"{location}, {set.Name}", Cause = cause, NextStep = nextStep };
}
