using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>
/// A zone's changes in a file: for each update lines <c>- name type</c> and <c>+ name ttl type value</c>, and a line that commits
/// them with their hash. What a crash left without commit is cut off by the next entry.
/// </summary>
/// <param name="compactAfter">Entries after which loading writes a shorter journal.</param>
internal sealed class ZoneJournal(string path, int compactAfter = 500)
{
    private const string Commit = "commit ";

    private long _length;

    /// <summary>The zone as it was after the last committed entry.</summary>
    /// <exception cref="ProblemException">HUB1853 when a damaged entry precedes intact ones.</exception>
    public ZoneContent Load(ZoneContent initial)
    {
        if (!File.Exists(path))
            return initial;

        var entries = Entries(File.ReadAllText(path)).ToList();
        var intact = entries.TakeWhile(entry => entry.Intact).ToList();
        if (entries.Skip(intact.Count).Any(entry => entry.Intact))
            throw Damaged(1 + intact.Sum(entry => entry.Lines.Count(character => character == '\n') + 1));

        var content = intact.Aggregate(initial, (zone, entry) => Replay(zone, entry.Lines));
        _length = intact.Sum(entry => (long)entry.Length);
        if (intact.Count > compactAfter)
            Compact(initial, content);
        return content;
    }

    /// <summary>Appends what changed, and returns when it is on the disk.</summary>
    /// <exception cref="IOException">The journal cannot be written; nothing counts as written then.</exception>
    public void Append(ZoneContent before, ZoneContent after)
    {
        var entry = Entry(before, after);
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.SetLength(_length);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(entry);
        stream.Flush(flushToDisk: true);
        _length += entry.Length;
    }

    private void Compact(ZoneContent initial, ZoneContent content)
    {
        var entry = Entry(initial, content);
        var next = path + ".new";
        using (var stream = File.Create(next))
        {
            stream.Write(entry);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        _length = entry.Length;
    }

    /// <summary>The entries that have a commit line; what follows the last one is of a write that was not completed.</summary>
    private static IEnumerable<(string Lines, int Length, bool Intact)> Entries(string journal)
    {
        var start = 0;
        for (var at = 0; journal.IndexOf('\n', at) is var end and >= 0; at = end + 1)
        {
            if (!journal.AsSpan(at, end - at).StartsWith(Commit, StringComparison.Ordinal))
                continue;
            var lines = journal[start..at];
            yield return (lines, Encoding.UTF8.GetByteCount(journal.AsSpan(start, end + 1 - start)), journal[(at + Commit.Length)..end] == Hash(lines));
            start = end + 1;
        }
    }

    private static byte[] Entry(ZoneContent before, ZoneContent after)
    {
        var lines = new StringBuilder();
        foreach (var (name, type, set) in before.DifferencesTo(after))
        {
            lines.Append(CultureInfo.InvariantCulture, $"- {name} {type.ToText()}\n");
            foreach (var record in set?.Records(name) ?? [])
                lines.Append(CultureInfo.InvariantCulture, $"+ {record}\n");
        }

        return Encoding.UTF8.GetBytes($"{lines}{Commit}{Hash(lines.ToString())}\n");
    }

    private static ZoneContent Replay(ZoneContent content, string entry)
    {
        foreach (var line in entry.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Fields of a name or number have no spaces; a value is the rest of the line.
            var fields = line.Split(' ', line[0] == '-' ? 3 : 5);
            var name = DnsName.Parse(fields[1]);
            RecordTypes.TryParse(fields[line[0] == '-' ? 2 : 3], out var type);
            if (line[0] == '-')
            {
                // Its SOA record a zone is never without: the new one takes its place below.
                content = type == RecordType.SOA ? content : content.With(name, type, set: null);
                continue;
            }

            var value = RecordData.Parse(type, fields[4], DnsName.Root);
            var set = type == RecordType.SOA ? null : content.Find(name, type);
            content = content.With(
                name, type, new RecordSet(uint.Parse(fields[2], CultureInfo.InvariantCulture), set is null ? [value] : set.Values.Add(value)));
        }

        return content;
    }

    private static string Hash(string lines) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(lines)), 0, 8);

    private ProblemException Damaged(int line)
        => new(new Problem(RehearsalDnsProblems.JournalDamaged, "an entry of the journal is damaged")
        {
            Location = string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"),
        });
}
