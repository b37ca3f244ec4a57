using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A mail exchange (RFC 1035, section 3.3.9); the lower preference goes first.</summary>
public sealed record MxData(ushort Preference, DnsName Exchange) : RecordData
{
    public override RecordType Type => RecordType.MX;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Preference} {NameData.Absolute(Exchange)}");

    internal override void Write(WireWriter writer)
    {
        writer.Number16(Preference);
        writer.CompressedName(Exchange);
    }
}
