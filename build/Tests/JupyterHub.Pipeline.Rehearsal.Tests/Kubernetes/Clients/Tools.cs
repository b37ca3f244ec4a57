namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

/// <summary>Where the real clients are: <c>HELM_EXE</c> and <c>KUBECTL_EXE</c>, the repository's tool cache, or the path.</summary>
internal static class Tools
{
    private static readonly Lazy<string?> LazyHelm = new(() => Find("helm", "HELM_EXE", "v4."));
    private static readonly Lazy<string?> LazyKubectl = new(() => Find("kubectl", "KUBECTL_EXE", "v1.34", "v1.35", "v1.36"));

    public static string? Helm => LazyHelm.Value;

    public static string? Kubectl => LazyKubectl.Value;

    private static string? Find(string name, string variable, params string[] versions)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given)
            return given;
        var executable = OperatingSystem.IsWindows() ? name + ".exe" : name;
        var cached = Ancestors(AppContext.BaseDirectory)
            .Select(directory => Path.Combine(directory, ".nuke", "temp", "tools"))
            .Where(Directory.Exists)
            .SelectMany(tools => Directory.EnumerateFiles(tools, executable, SearchOption.AllDirectories))
            .FirstOrDefault();
        return cached ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, executable))
            .FirstOrDefault(path => File.Exists(path) && IsVersion(path, versions));
    }

    // An old client on the path proves nothing.
    private static bool IsVersion(string path, string[] versions)
    {
        try
        {
            var result = CliWrap.Cli.Wrap(path).WithArguments(Path.GetFileNameWithoutExtension(path) == "helm" ? ["version", "--short"] : ["version", "--client"])
                .WithValidation(CliWrap.CommandResultValidation.None);
            var output = CliWrap.Buffered.BufferedCommandExtensions.ExecuteBufferedAsync(result).Task.GetAwaiter().GetResult().StandardOutput;
            return versions.Any(version => output.Contains(version, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
