namespace JupyterHub.Pipeline.Dns;

/// <summary>The EDNS part of a message, carried by its OPT record (RFC 6891).</summary>
/// <param name="UdpPayloadSize">The largest UDP message that the sender takes, in octets.</param>
public sealed record Edns(ushort UdpPayloadSize = Edns.DefaultPayloadSize)
{
    /// <summary>What passes every common path without IP fragments (DNS flag day 2020).</summary>
    public const int DefaultPayloadSize = 1232;

    /// <summary>The version; 0 is the only one there is.</summary>
    public byte Version { get; init; }

    /// <summary>Whether DNSSEC records are wanted.</summary>
    public bool DnssecOk { get; init; }
}
