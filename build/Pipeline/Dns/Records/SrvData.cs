using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Where a service is (RFC 2782).</summary>
public sealed record SrvData(ushort Priority, ushort Weight, ushort Port, DnsName Target) : RecordData
{
    public override RecordType Type => RecordType.SRV;

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Priority} {Weight} {Port} {NameData.Absolute(Target)}");

    internal override void Write(WireWriter writer)
    {
        writer.Number16(Priority);
        writer.Number16(Weight);
        writer.Number16(Port);
        writer.Name(Target);
    }
}
