using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>
/// The journal's line: a checksum of the rest in 16 hexadecimal digits, version, resource, namespace and name, the document or <c>-</c>.
/// JSON escapes line feeds, so a line ends at the first one; a line that was cut short fails its checksum.
/// </summary>
internal static class JournalLine
{
    public static byte[] Write(JournalRecord record)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $" {record.Version} {record.Resource} {record.Namespace}/{record.Name} "));
        var json = record.Json is { } document ? document.Span : "-"u8;
        var line = new byte[16 + head.Length + json.Length + 1];
        head.CopyTo(line, 16);
        json.CopyTo(line.AsSpan(16 + head.Length));
        line[^1] = (byte)'\n';
        Encoding.ASCII.GetBytes(Checksum(line.AsSpan(16, line.Length - 17)).ToString("x16", CultureInfo.InvariantCulture), line);
        return line;
    }

    /// <summary>Reads a line without its line feed; null when it is damaged.</summary>
    public static JournalRecord? Read(ReadOnlyMemory<byte> line)
    {
        var bytes = line.Span;
        if (bytes.Length < 20 || !Utf8Parser.TryParse(bytes[..16], out ulong checksum, out var used, 'x') || used != 16
            || checksum != Checksum(bytes[16..]))
        {
            return null;
        }
        var start = 17;
        var version = Word(bytes, ref start);
        var resource = Word(bytes, ref start);
        var key = Word(bytes, ref start);
        var slash = key.IndexOf('/');
        var json = line[start..];
        return new JournalRecord(
            long.Parse(version, CultureInfo.InvariantCulture), resource, key[..slash], key[(slash + 1)..],
            json.Span.SequenceEqual("-"u8) ? (ReadOnlyMemory<byte>?)null : json);
    }

    private static string Word(ReadOnlySpan<byte> line, ref int start)
    {
        var length = line[start..].IndexOf((byte)' ');
        var word = Encoding.UTF8.GetString(line.Slice(start, length));
        start += length + 1;
        return word;
    }

    // FNV-1a, 64 bit: enough to tell a torn or overwritten line from a whole one.
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211UL;
        return hash;
    }
}
