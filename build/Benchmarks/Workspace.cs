using System.Globalization;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>A root directory of the benchmark's own, so that nobody's rehearsal is touched; templates are those that the library carries.</summary>
internal sealed partial class Workspace
{
    private readonly string _repository;
    private readonly string _root;

    public Workspace(string repository)
    {
        _repository = repository;
        _root = Path.Combine(repository, ".nuke", "temp", "benchmark");
        Copy(Path.Combine(repository, ".nuke"), Path.Combine(_root, ".nuke"), SearchOption.TopDirectoryOnly);
        Copy(Path.Combine(repository, "environments"), Path.Combine(_root, "environments"), SearchOption.AllDirectories);
        File.Copy(Path.Combine(repository, "JupyterHub.Pipeline.slnx"), Path.Combine(_root, "JupyterHub.Pipeline.slnx"), overwrite: true);
    }

    /// <summary>Forgets what was deployed; helm and charts that were fetched stay.</summary>
    public void Forget()
    {
        var rehearsals = Path.Combine(_root, ".nuke", "temp", "rehearsal");
        if (Directory.Exists(rehearsals))
            Directory.Delete(rehearsals, recursive: true);
    }

    public Task<Sample> DeployAsync()
        => MeasuredProcess.MeasureAsync(_repository, Path.Combine(_repository, "build.sh"), "DeployOnPrem", "--root", _root, "--no-logo");

    /// <summary>How many requests changed something, as the summary's line <c>changes</c> says.</summary>
    public static int WritesOf(Sample deployment)
    {
        var line = Changes().Match(deployment.Output);
        return !line.Success ? throw new InvalidOperationException($"The deployment does not say how much it changed:\n{deployment.Output}")
            : line.Groups["count"] is { Success: true } count ? int.Parse(count.Value, CultureInfo.InvariantCulture) : 0;
    }

    private static void Copy(string from, string to, SearchOption depth)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", depth))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    [GeneratedRegex(@"^\s*changes\s+(none|(?<count>\d+) writes)", RegexOptions.Multiline)]
    private static partial Regex Changes();
}
