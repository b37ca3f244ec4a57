namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>Copies what the build is made of, with its times: they say whether the compiled build is up to date.</summary>
internal static class Sources
{
    private static readonly string[] Left = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "TestResults"];
    private static readonly string[] LeftPaths = [".nuke/temp", "build/Tests", "build/Benchmarks"];

    /// <summary>The repository that these tests were compiled in.</summary>
    public static string Repository { get; } = Ancestors(AppContext.BaseDirectory).First(directory => File.Exists(Path.Combine(directory, "build.sh")));

    public static void Copy(string from, string to) => Copy(from, to, "");

    /// <summary>Copies the note which build is compiled; the build itself stays where it is.</summary>
    public static void CopyCompiledBuild(string from, string to)
    {
        const string folder = ".nuke/temp/build";
        Directory.CreateDirectory(Path.Combine(to, folder));
        foreach (var name in new[] { "inputs", "dotnet", "current" })
        {
            if (File.Exists(Path.Combine(from, folder, name)))
                File.Copy(Path.Combine(from, folder, name), Path.Combine(to, folder, name));
        }
    }

    private static void Copy(string from, string to, string relative)
    {
        Directory.CreateDirectory(Path.Combine(to, relative));
        foreach (var entry in new DirectoryInfo(Path.Combine(from, relative)).EnumerateFileSystemInfos())
        {
            var path = Path.Combine(relative, entry.Name);
            if (Left.Contains(entry.Name) || LeftPaths.Contains(path.Replace('\\', '/')))
                continue;
            if (entry is FileInfo file)
                file.CopyTo(Path.Combine(to, path));
            else
                Copy(from, to, path);
        }
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
