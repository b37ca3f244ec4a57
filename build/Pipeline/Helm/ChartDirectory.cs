using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Helm;

/// <summary>A directory of charts, as archives or folders, with or without the version in their names.</summary>
internal static partial class ChartDirectory
{
    /// <exception cref="ProblemException">There is no such chart (HUB1403), or what is there is another one than its name says (HUB1407).</exception>
    public static async Task<Chart> FindAsync(string root, ChartSource source, CancellationToken cancellation)
    {
        var found = Locate(root, source);
        await RequireAsync(found, source, cancellation);
        return new Chart(found, await ChartDigest.OfAsync(found, cancellation), StandsIn: false);
    }

    /// <summary>A stand-in, which is of no published version.</summary>
    public static async Task<Chart> StandInAsync(string root, ChartSource source, CancellationToken cancellation)
    {
        var found = Locate(root, source);
        return new Chart(found, await ChartDigest.OfAsync(found, cancellation), StandsIn: true);
    }

    /// <exception cref="ProblemException">The chart is damaged, or has another name or version than the source (HUB1407).</exception>
    public static async Task RequireAsync(string chart, ChartSource source, CancellationToken cancellation)
    {
        var (name, version) = await ChartFiles.IdentityAsync(chart, cancellation);
        // Publishers are not of one mind on the v.
        if (name == source.Chart && version.TrimStart('v') == source.Version.TrimStart('v'))
            return;
        throw new ProblemException(new Problem(HelmProblems.ChartUnusable, $"{chart} is not the chart {source.Chart} {source.Version}.")
        {
            Location = chart,
            Cause = $"its Chart.yaml says {name} {version}",
        });
    }

    private static string Locate(string root, ChartSource source)
    {
        string[] candidates =
        [
            Path.Combine(root, $"{source.Chart}-{source.Version}.tgz"),
            Path.Combine(root, $"{source.Chart}-{source.Version}"),
            Path.Combine(root, $"{source.Chart}.tgz"),
            Path.Combine(root, source.Chart),
        ];
        return candidates.FirstOrDefault(x => x.EndsWith(".tgz", StringComparison.Ordinal) ? File.Exists(x) : File.Exists(Path.Combine(x, "Chart.yaml")))
               ?? throw Missing(root, source, candidates);
    }

    private static ProblemException Missing(string root, ChartSource source, IEnumerable<string> candidates)
    {
        var charts = Charts(root);
        return new ProblemException(new Problem(HelmProblems.ChartMissing,
            $"There is no chart {source.Chart} {source.Version} in {root}{NearestName.Hint(source.Chart, charts.Select(WithoutVersion).Distinct().Where(x => x != source.Chart))}.".Replace("?.", "?", StringComparison.Ordinal))
        {
            Location = root,
            Cause = !Directory.Exists(root) ? "the directory does not exist"
                : $"looked for {string.Join(", ", candidates.Select(Path.GetFileName))}; there {(charts.Count == 0 ? "is no chart at all" : $"are {string.Join(", ", charts)}")}",
        });
    }

    private static IReadOnlyList<string> Charts(string root)
        => !Directory.Exists(root) ? []
            : [.. Directory.EnumerateFiles(root, "*.tgz").Concat(Directory.EnumerateDirectories(root).Where(x => File.Exists(Path.Combine(x, "Chart.yaml"))))
                .Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal)];

    private static string WithoutVersion(string file) => Version().Replace(file, "");

    [GeneratedRegex(@"(-v?\d+\.\d+\.\d+[^/]*|\.tgz)$")]
    private static partial Regex Version();
}
