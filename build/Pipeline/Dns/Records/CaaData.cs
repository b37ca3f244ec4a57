using System.Globalization;
using System.Text;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Which authority may issue certificates (RFC 8659).</summary>
/// <param name="Flags">128 marks the property as critical.</param>
/// <param name="Tag">The property: <c>issue</c>, <c>issuewild</c>, <c>iodef</c>.</param>
public sealed record CaaData(byte Flags, string Tag, string Value) : RecordData
{
    public override RecordType Type => RecordType.CAA;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Flags} {Tag} {TextData.Quote(Value)}");

    internal override void Write(WireWriter writer)
    {
        writer.Octet(Flags);
        writer.CharacterString(Encoding.Latin1.GetBytes(Tag));
        writer.Octets(Encoding.Latin1.GetBytes(Value));
    }
}
