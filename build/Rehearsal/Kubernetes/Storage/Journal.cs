using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>
/// The store's file: one line per write, appended in one system call each. Killing the process at any point leaves at most one
/// incomplete last line, which is cut off at the next start. It is rewritten, beside and by rename, when most of it is history.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const long SmallestRewrite = 4 << 20;

    private readonly string _path;
    private readonly FileStream _lock;
    private FileStream _file;
    private long _live;

    private Journal(string path, FileStream @lock, FileStream file)
    {
        _path = path;
        _lock = @lock;
        _file = file;
    }

    /// <summary>Opens or creates the journal of a state directory and hands every whole record to <paramref name="read"/>.</summary>
    /// <exception cref="ProblemException">Another process works on the directory.</exception>
    public static Journal Open(string directory, Action<JournalRecord> read)
    {
        PrivateFiles.CreateDirectory(directory);
        FileStream? guard = null;
        try
        {
            guard = PrivateFiles.Open(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileShare.None);
            var path = Path.Combine(directory, "objects.journal");
            File.Delete(path + ".new");
            var file = PrivateFiles.Open(path, FileMode.OpenOrCreate, FileShare.Read);
            var journal = new Journal(path, guard, file);
            journal.Replay(read);
            return journal;
        }
        catch (IOException exception)
        {
            guard?.Dispose();
            throw new ProblemException(
                [new Problem(KubernetesApiProblems.StateUnavailable, "the rehearsal's state cannot be opened") { Location = directory, Cause = exception.Message }],
                exception);
        }
    }

    public void Append(JournalRecord record) => _file.Write(JournalLine.Write(record));

    /// <summary>Says how large the living objects are together; the journal is due for rewriting when history outweighs them.</summary>
    public bool IsDue(long live)
    {
        _live = live;
        return _file.Length > SmallestRewrite && _file.Length > 3 * _live;
    }

    public void Rewrite(IEnumerable<JournalRecord> records)
    {
        using (var replacement = PrivateFiles.Open(_path + ".new", FileMode.Create, FileShare.None))
        using (var buffer = new BufferedStream(replacement, 1 << 20))
        {
            foreach (var record in records)
                buffer.Write(JournalLine.Write(record));
            buffer.Flush();
            replacement.Flush(flushToDisk: true);
        }
        _file.Dispose();
        File.Move(_path + ".new", _path, overwrite: true);
        _file = PrivateFiles.Open(_path, FileMode.Open, FileShare.Read);
        _file.Seek(0, SeekOrigin.End);
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private void Replay(Action<JournalRecord> read)
    {
        var content = new byte[_file.Length];
        _file.ReadExactly(content);
        var start = 0;
        while (start < content.Length)
        {
            var length = content.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0 || JournalLine.Read(content.AsMemory(start, length)) is not { } record)
                break;
            read(record);
            start += length + 1;
        }
        _file.SetLength(start);
        _file.Seek(0, SeekOrigin.End);
    }
}
