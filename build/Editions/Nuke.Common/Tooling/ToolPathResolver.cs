namespace Nuke.Common.Tooling;

public static class ToolPathResolver
{
    /// <summary>The path that a variable names, or null when it is not set.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        if (EnvironmentInfo.GetVariable(environmentExecutable) is not { } path)
            return null;

        Assert.FileExists(path, $"Path '{path}' from environment variable '{environmentExecutable}' does not exist");
        return path;
    }

    /// <summary>The full path of an existing file, or of an executable on the <c>PATH</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string GetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
            return Path.GetFullPath(pathExecutable);

        var name = EnvironmentInfo.IsWin && !Path.HasExtension(pathExecutable) ? $"{pathExecutable}.exe" : pathExecutable;
        return EnvironmentInfo.Paths
            .Select(x => Path.Combine(x, name))
            .FirstOrDefault(IsExecutable)
            .NotNull($"Could not find '{pathExecutable}' on the PATH.");
    }

    private static bool IsExecutable(string path) => File.Exists(path) &&
        (OperatingSystem.IsWindows() ||
         (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
