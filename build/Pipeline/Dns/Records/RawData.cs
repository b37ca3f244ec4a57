using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>The octets of a type this library does not know, or of none, as updates have them (RFC 3597, RFC 2136).</summary>
public sealed record RawData(RecordType Kind, ReadOnlyMemory<byte> Octets = default) : RecordData
{
    public override RecordType Type => Kind;

    public bool Equals(RawData? other) => other is not null && Kind == other.Kind && Octets.Span.SequenceEqual(other.Octets.Span);

    public override int GetHashCode() => HashCode.Combine(Kind, Octets.Length);

    /// <summary>The value in the notation of RFC 3597, section 5.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"\\# {Octets.Length} {Convert.ToHexString(Octets.Span)}").TrimEnd();

    internal override void Write(WireWriter writer) => writer.Octets(Octets.Span);
}
