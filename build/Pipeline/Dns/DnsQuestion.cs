namespace JupyterHub.Pipeline.Dns;

/// <summary>What a message asks about; in an update, the zone (RFC 2136, section 2.3).</summary>
public sealed record DnsQuestion(DnsName Name, RecordType Type, RecordClass Class = RecordClass.Internet)
{
    public override string ToString() => $"{Name} {Type.ToText()}";
}
