namespace CliWrap.Processes;

/// <summary>
/// On Windows the runtime takes a name without an extension for an EXE; a CMD or BAT of that name is a valid target too.
/// </summary>
internal static class ExecutablePath
{
    private static readonly string[] Extensions = ["exe", "cmd", "bat"];

    public static string Resolve(string path)
    {
        if (!OperatingSystem.IsWindows() || Path.IsPathFullyQualified(path) || Path.HasExtension(path))
            return path;

        return Directories()
            .SelectMany(_ => Extensions, (directory, extension) => Path.Combine(directory, path + "." + extension))
            .FirstOrDefault(File.Exists) ?? path;
    }

    // The order in which the runtime looks for an executable.
    private static IEnumerable<string> Directories()
    {
        if (Path.GetDirectoryName(Environment.ProcessPath) is { Length: > 0 } own)
            yield return own;

        yield return Directory.GetCurrentDirectory();

        foreach (var directory in Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [])
            yield return directory;
    }
}
