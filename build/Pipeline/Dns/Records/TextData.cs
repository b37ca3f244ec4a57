using System.Globalization;
using System.Text;

namespace JupyterHub.Pipeline.Dns;

/// <summary>The strings of a TXT record (RFC 1035, section 3.3.14), each of at most 255 octets; a character stands for one octet.</summary>
public sealed record TextData(params IReadOnlyList<string> Strings) : RecordData
{
    /// <summary>Most octets in one string.</summary>
    public const int MaxLength = 255;

    public override RecordType Type => RecordType.TXT;

    /// <summary>The strings put together, as most readers of TXT records take them.</summary>
    public string Value => string.Concat(Strings);

    /// <summary>A text of any length, cut into as many strings as it needs.</summary>
    public static TextData Of(string text)
        => new([.. text.Chunk(MaxLength).Select(chunk => new string(chunk)).DefaultIfEmpty("")]);

    public bool Equals(TextData? other) => other is not null && Strings.SequenceEqual(other.Strings, StringComparer.Ordinal);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(' ', Strings.Select(Quote));

    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character is < ' ' or > '~')
                quoted.Append(CultureInfo.InvariantCulture, $"\\{(int)character:D3}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    internal override void Write(WireWriter writer)
    {
        foreach (var text in Strings)
            writer.CharacterString(Encoding.Latin1.GetBytes(text));
    }
}
