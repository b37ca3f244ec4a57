using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;

/// <summary>The updates that bring a zone to what is desired, touching only what is new or ExternalDNS's own.</summary>
internal static class RecordPlan
{
    private static readonly RecordType[] Managed = [RecordType.A, RecordType.AAAA, RecordType.CNAME];

    /// <returns>The update, and its changes as ExternalDNS would log them; none when there is nothing to do.</returns>
    public static (DnsUpdate Update, IReadOnlyList<string> Changes) Make(ExternalDnsOptions options, IReadOnlyList<DnsRecord> zone, IReadOnlyList<DesiredRecord> desired)
    {
        var registry = new TextRegistry(options);
        var update = new DnsUpdate(DnsName.Parse(options.Zone));
        var changes = new List<string>();
        foreach (var record in desired)
        {
            var live = zone.Where(each => each.Name.Equals(record.Name) && Managed.Contains(each.Type)).ToList();
            var same = live.Where(each => each.Type == record.Type).ToList();
            if (live.Count == 0)
            {
                update = Add(update, registry, record);
                changes.Add($"Adding RR: {record.Name} {(int)record.Ttl.TotalSeconds} {record.Type.ToText()} {string.Join(' ', record.Targets)}");
            }
            else if (options.Policy != "create-only" && same.Count > 0 && registry.IsOwned(zone, record.Name, record.Type) && !IsSame(record, same))
            {
                update = Add(update.DeleteSet(record.Name, record.Type).DeleteSet(registry.NameOf(record.Name, record.Type), RecordType.TXT), registry, record);
                changes.Add($"Updating RR: {record.Name} {record.Type.ToText()} {string.Join(' ', record.Targets)}");
            }
        }
        if (options.Policy != "sync")
            return (update, changes);
        foreach (var group in zone.Where(each => Managed.Contains(each.Type)).GroupBy(each => (each.Name, each.Type)))
        {
            var (name, type) = group.Key;
            if (desired.Any(record => record.Name.Equals(name) && record.Type == type) || !options.Manages(name.ToString().TrimEnd('.')) || !registry.IsOwned(zone, name, type))
                continue;
            update = group.Aggregate(update, (current, record) => current.Delete(record.Name, record.Data)).DeleteSet(registry.NameOf(name, type), RecordType.TXT);
            changes.Add($"Removing RR: {name} {type.ToText()}");
        }
        return (update, changes);
    }

    private static DnsUpdate Add(DnsUpdate update, TextRegistry registry, DesiredRecord record)
    {
        foreach (var data in record.Data)
            update = update.Add(record.Name, record.Ttl, data);
        return update.Add(registry.NameOf(record.Name, record.Type), record.Ttl, registry.NoteOf(record));
    }

    private static bool IsSame(DesiredRecord record, List<DnsRecord> live) =>
        live.Select(each => each.Data).ToHashSet().SetEquals(record.Data) && live.All(each => each.Ttl == (uint)record.Ttl.TotalSeconds);
}
