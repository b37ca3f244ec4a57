using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Record types as text: their mnemonic, or <c>TYPE65280</c> for a type without one (RFC 3597, section 5).</summary>
public static class RecordTypes
{
    /// <summary>The types whose values this library reads and writes as text.</summary>
    public static IReadOnlyList<RecordType> Known { get; } =
    [
        RecordType.A, RecordType.AAAA, RecordType.CNAME, RecordType.TXT, RecordType.NS, RecordType.SOA,
        RecordType.PTR, RecordType.SRV, RecordType.MX, RecordType.CAA,
    ];

    /// <summary>The type's name as it is written in zone files.</summary>
    public static string ToText(this RecordType type)
        => Enum.IsDefined(type) ? type.ToString() : string.Create(CultureInfo.InvariantCulture, $"TYPE{(ushort)type}");

    /// <summary>Reads a type's name, without regard to case.</summary>
    public static bool TryParse(string text, out RecordType type)
    {
        if (text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out type) && Enum.IsDefined(type))
            return true;

        type = default;
        if (!text.StartsWith("TYPE", StringComparison.OrdinalIgnoreCase)
            || !ushort.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;

        type = (RecordType)number;
        return true;
    }
}
