using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A zone's start of authority (RFC 1035, section 3.3.13). Times are in seconds.</summary>
/// <param name="PrimaryServer">The zone's primary name server.</param>
/// <param name="Mailbox">Who is responsible, its first dot standing for an @.</param>
/// <param name="Serial">The version of the zone.</param>
/// <param name="Minimum">How long the absence of a name may be cached (RFC 2308).</param>
public sealed record SoaData(DnsName PrimaryServer, DnsName Mailbox, uint Serial, uint Refresh, uint Retry, uint Expire, uint Minimum)
    : RecordData
{
    public override RecordType Type => RecordType.SOA;

    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{NameData.Absolute(PrimaryServer)} {NameData.Absolute(Mailbox)} {Serial} {Refresh} {Retry} {Expire} {Minimum}");

    internal override void Write(WireWriter writer)
    {
        writer.CompressedName(PrimaryServer);
        writer.CompressedName(Mailbox);
        writer.Number32(Serial);
        writer.Number32(Refresh);
        writer.Number32(Retry);
        writer.Number32(Expire);
        writer.Number32(Minimum);
    }
}
