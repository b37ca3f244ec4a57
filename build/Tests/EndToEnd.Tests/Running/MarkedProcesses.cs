namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>Finds processes by their environment, which children inherit and keep when their parent has gone.</summary>
internal static class MarkedProcesses
{
    /// <returns>The process ids and command lines of those whose environment holds the variable; none where there is no <c>/proc</c>.</returns>
    public static IReadOnlyList<string> With(string variable) =>
        !Directory.Exists("/proc/self") ? [] :
        [.. Directory.EnumerateDirectories("/proc")
            .Where(directory => int.TryParse(Path.GetFileName(directory), out _) && Read(directory, "environ").Split('\0').Contains(variable))
            .Select(directory => $"{Path.GetFileName(directory)} {Read(directory, "cmdline").Replace('\0', ' ')}")];

    private static string Read(string directory, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended in the meantime, or belongs to someone else.
            return "";
        }
    }
}
