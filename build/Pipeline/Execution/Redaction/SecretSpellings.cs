using System.Text;
using System.Text.Encodings.Web;

namespace JupyterHub.Pipeline.Execution;

/// <summary>The ways in which a secret turns up in text: as it is, line by line, in Base64, in a URL, in JSON.</summary>
internal static class SecretSpellings
{
    private const int ShortestLine = 16;
    private const int ShortestBase64 = 8;

    public static IEnumerable<string> Of(string secret)
    {
        var trimmed = secret.Trim();
        return new[] { secret, trimmed }
            .Concat(Lines(trimmed))
            .SelectMany(text => Encodings(text).Prepend(text))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal);
    }

    // Logs are line-oriented, so the lines of a private key are secrets of their own; its BEGIN and END lines are not.
    private static IEnumerable<string> Lines(string secret) => secret.Contains('\n')
        ? secret.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= ShortestLine && !line.StartsWith("-----", StringComparison.Ordinal))
        : [];

    private static IEnumerable<string> Encodings(string text)
    {
        // Three characters in Base64 are too common a combination to be taken for a secret.
        if (text.Length < Redactor.ShortestInText)
            return [];
        var url = Uri.EscapeDataString(text);
        return
        [
            .. Base64(Encoding.UTF8.GetBytes(text)),
            url,
            url.Replace("%20", "+", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(text),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
        ];
    }

    // RFC 4648, sections 4 and 5. Behind something else (user:password) the same bytes are spelled in one of three ways,
    // of which the first and the last characters depend on the neighbours.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        var whole = Convert.ToBase64String(bytes);
        var inside = Enumerable.Range(0, 3)
            .Select(offset => (Text: Convert.ToBase64String([.. new byte[offset], .. bytes]), Offset: offset, Bits: (offset + bytes.Length) * 8))
            .Select(shifted => shifted.Text[..(shifted.Bits / 6)][(shifted.Offset is 0 ? 0 : shifted.Offset + 1)..])
            .Where(text => text.Length >= ShortestBase64);
        return new[] { whole, whole.TrimEnd('=') }
            .Concat(inside)
            .SelectMany(text => new[] { text, text.Replace('+', '-').Replace('/', '_') });
    }
}
