using System.Diagnostics;
using System.Globalization;

namespace JupyterHub.Pipeline.Execution;

/// <summary>The processes that this one has started, by whatever means, and that are still there. On systems without <c>/proc</c> it finds none.</summary>
internal static class ChildProcesses
{
    /// <summary>A process; the start time tells it from a later one of the same id.</summary>
    internal readonly record struct Identity(int Id, long StartTime);

    /// <summary>All descendants as they are now.</summary>
    public static IReadOnlyList<Identity> Snapshot()
    {
        if (!Directory.Exists("/proc/self"))
            return [];
        var children = Directory.EnumerateDirectories("/proc")
            .Select(directory => int.TryParse(Path.GetFileName(directory), out var id) ? Read(id) : null)
            .OfType<(Identity Process, int Parent)>()
            .ToLookup(entry => entry.Parent, entry => entry.Process);
        var found = new List<Identity>();
        var parents = new Queue<int>([Environment.ProcessId]);
        while (parents.TryDequeue(out var parent))
        {
            foreach (var child in children[parent])
            {
                found.Add(child);
                parents.Enqueue(child.Id);
            }
        }
        return found;
    }

    /// <summary>Kills all descendants, and those of <paramref name="remembered"/> that have lost their parent in the meantime.</summary>
    public static void KillAll(IReadOnlyList<Identity>? remembered = null)
    {
        foreach (var process in Snapshot().Concat(remembered ?? []).Distinct())
        {
            if (Read(process.Id) is { } current && current.Process == process)
                Kill(process.Id);
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime.
        }
    }

    // proc_pid_stat(5): the second field is the command in parentheses and may itself contain any character; the 4th is the parent, the 22nd the start time.
    private static (Identity Process, int Parent)? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (new Identity(id, long.Parse(fields[19], CultureInfo.InvariantCulture)), int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
