using System.Net;
using System.Net.Sockets;

namespace JupyterHub.Pipeline.Dns;

/// <summary>The address in an A (RFC 1035) or AAAA (RFC 3596) record.</summary>
public sealed record AddressData(IPAddress Address) : RecordData
{
    public override RecordType Type => Address.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.AAAA;

    public override string ToString() => Address.ToString();

    internal override void Write(WireWriter writer)
    {
        // Not Address.GetAddressBytes in one go with a scope: the zone index of a link-local address has no place in a record.
        Span<byte> octets = stackalloc byte[16];
        Address.TryWriteBytes(octets, out var length);
        writer.Octets(octets[..length]);
    }
}
