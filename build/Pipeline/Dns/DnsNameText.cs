using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Names as text, with the escapes of zone files: <c>\.</c> and <c>\032</c> (RFC 1035, section 5.1).</summary>
internal static class DnsNameText
{
    public const string TooLong = "a name has at most 255 octets";

    public static bool TryParse(string text, [MaybeNullWhen(false)] out DnsName name, out string reason)
    {
        name = null;
        if (text == ".")
        {
            name = DnsName.Root;
            reason = "";
            return true;
        }

        var wire = new List<byte> { 0 };
        var labelAt = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
            {
                if (!EndLabel(out reason))
                    return false;
                labelAt = wire.Count;
                wire.Add(0);
            }
            else if (TryOctet(text, ref i, out var octet, out reason))
            {
                wire.Add(octet);
            }
            else
            {
                return false;
            }
        }

        // After a final dot, the empty label begun last is the root.
        if (wire.Count == 1 || wire.Count - 1 != labelAt)
        {
            if (!EndLabel(out reason))
                return false;
            wire.Add(0);
        }

        reason = TooLong;
        if (wire.Count > DnsName.MaxLength)
            return false;

        name = DnsName.FromWire(wire.ToArray());
        return true;

        bool EndLabel(out string problem)
        {
            var length = wire.Count - labelAt - 1;
            problem = length == 0 ? "a label is empty" : $"a label has at most {DnsName.MaxLabelLength} octets, one has {length}";
            if (length is 0 or > DnsName.MaxLabelLength)
                return false;
            wire[labelAt] = (byte)length;
            return true;
        }
    }

    public static string Format(ReadOnlySpan<byte> label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var octet in label)
        {
            if (octet is <= (byte)' ' or > (byte)'~')
                text.Append(CultureInfo.InvariantCulture, $"\\{octet:D3}");
            else if (octet is (byte)'.' or (byte)'\\' or (byte)'"' or (byte)';' or (byte)'(' or (byte)')' or (byte)'@' or (byte)'$')
                text.Append('\\').Append((char)octet);
            else
                text.Append((char)octet);
        }

        return text.ToString();
    }

    /// <summary>One octet at <paramref name="index"/>, which moves to the last character that belongs to it.</summary>
    public static bool TryOctet(string text, ref int index, out byte octet, out string reason)
    {
        octet = 0;
        var character = text[index];
        reason = $"the character '{character}' is not ASCII; write an international name in its xn-- form";
        if (character > '~')
            return false;
        octet = (byte)character;
        reason = "a name has no spaces and no control characters";
        if (character <= ' ')
            return false;
        if (character != '\\')
            return true;

        reason = "a backslash is followed by one character or by three decimal digits up to 255";
        if (index + 1 >= text.Length || text[index + 1] > '~')
            return false;
        if (!char.IsAsciiDigit(text[index + 1]))
        {
            octet = (byte)text[++index];
            return true;
        }

        if (index + 3 >= text.Length || !byte.TryParse(text.AsSpan(index + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out octet))
            return false;
        index += 3;
        return true;
    }
}
