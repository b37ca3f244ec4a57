namespace JupyterHub.Pipeline.Dns;

/// <summary>The name in a CNAME, NS or PTR record (RFC 1035, section 3.3).</summary>
public sealed record NameData(RecordType Kind, DnsName Target) : RecordData
{
    public override RecordType Type => Kind;

    public override string ToString() => Absolute(Target);

    /// <summary>A name in a value, with the dot that makes it mean the same below every origin.</summary>
    internal static string Absolute(DnsName name) => name.IsRoot ? "." : name + ".";

    internal override void Write(WireWriter writer) => writer.CompressedName(Target);
}
