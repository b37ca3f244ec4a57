using System.Collections.Immutable;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// One atomic change of a zone (RFC 2136): when every prerequisite holds all changes are made, otherwise none. An immutable value;
/// each method returns one with more in it.
/// </summary>
public sealed record DnsUpdate(DnsName Zone)
{
    /// <summary>What must hold (RFC 2136, section 2.4).</summary>
    public ImmutableList<DnsRecord> Prerequisites { get; init; } = [];

    /// <summary>What changes, in this order (RFC 2136, section 2.5).</summary>
    public ImmutableList<DnsRecord> Changes { get; init; } = [];

    /// <summary>The name has at least one record.</summary>
    public DnsUpdate RequireName(DnsName name) => Require(Empty(name, RecordType.ANY, RecordClass.Any));

    /// <summary>The name has no records.</summary>
    public DnsUpdate RequireNoName(DnsName name) => Require(Empty(name, RecordType.ANY, RecordClass.None));

    /// <summary>The name has at least one record of the type.</summary>
    public DnsUpdate RequireSet(DnsName name, RecordType type) => Require(Empty(name, type, RecordClass.Any));

    /// <summary>The name has no record of the type.</summary>
    public DnsUpdate RequireNoSet(DnsName name, RecordType type) => Require(Empty(name, type, RecordClass.None));

    /// <summary>The name has exactly these values, all of one type.</summary>
    public DnsUpdate RequireExactly(DnsName name, IEnumerable<RecordData> values)
        => this with { Prerequisites = Prerequisites.AddRange(values.Select(value => new DnsRecord(name, 0, value))) };

    /// <summary>Adds a record. Its TTL becomes that of all records of its name and type.</summary>
    public DnsUpdate Add(DnsName name, TimeSpan ttl, RecordData value) => Change(new DnsRecord(name, (uint)ttl.TotalSeconds, value));

    /// <summary>Deletes one record.</summary>
    public DnsUpdate Delete(DnsName name, RecordData value) => Change(new DnsRecord(name, 0, value, RecordClass.None));

    /// <summary>Deletes all records of a name and type.</summary>
    public DnsUpdate DeleteSet(DnsName name, RecordType type) => Change(Empty(name, type, RecordClass.Any));

    /// <summary>Deletes all records of a name.</summary>
    public DnsUpdate DeleteName(DnsName name) => DeleteSet(name, RecordType.ANY);

    /// <summary>The update as a message, without id and signature.</summary>
    public DnsMessage ToMessage() => new()
    {
        Operation = OperationCode.Update,
        Questions = [new DnsQuestion(Zone, RecordType.SOA)],
        Answers = Prerequisites,
        Authorities = Changes,
    };

    private static DnsRecord Empty(DnsName name, RecordType type, RecordClass recordClass) => new(name, 0, new RawData(type), recordClass);

    private DnsUpdate Require(DnsRecord record) => this with { Prerequisites = Prerequisites.Add(record) };

    private DnsUpdate Change(DnsRecord record) => this with { Changes = Changes.Add(record) };
}
