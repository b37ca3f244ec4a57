using System.Diagnostics;

namespace JupyterHub.Pipeline.Execution;

/// <summary>The processes that this one has started, by whatever means, and that are still there.</summary>
internal static class ChildProcesses
{
    /// <summary>Kills all descendants. On systems without <c>/proc</c> it finds none; those that CliWrap started have died by its forceful token.</summary>
    public static void KillAll()
    {
        foreach (var id in ChildrenOf(Environment.ProcessId))
            Kill(id);
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended in the meantime.
        }
    }

    private static IEnumerable<int> ChildrenOf(int parent)
    {
        if (!Directory.Exists("/proc/self"))
            yield break;
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out var id) && ParentOf(id) == parent)
                yield return id;
        }
    }

    // proc(5), /proc/pid/stat: the second field is the command in parentheses and may itself contain any character; the fourth is the parent.
    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
