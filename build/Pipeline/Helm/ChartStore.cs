using System.Collections.Concurrent;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using Serilog;

namespace JupyterHub.Pipeline.Helm;

/// <summary>
/// Gives charts as files: from a directory where one is named, else from the cache, else pulled from their repository into the cache.
/// Where no repository answers and the platform has stand-ins, those are used, and said so once.
/// </summary>
/// <param name="directory">The directory that holds all charts, when one is named.</param>
/// <param name="cacheDirectory">Where pulled charts are kept between runs.</param>
/// <param name="standIns">The directory of the rehearsal's stand-in charts, on a rehearsal.</param>
/// <param name="helm">Pulls charts.</param>
/// <param name="door">The helm door.</param>
public sealed class ChartStore(string? directory, string cacheDirectory, string? standIns, HelmCommand helm, Door door)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _unreachable = new();
    private int _said;

    /// <exception cref="ProblemException">There is no such chart (HUB1403), or its repository does not answer (HUB1404).</exception>
    public async Task<Chart> GetAsync(ChartSource source, CancellationToken cancellation)
    {
        if (directory is not null)
            return await InDirectoryAsync(directory, source, standsIn: false, cancellation);
        if (!source.Repository.Contains("://", StringComparison.Ordinal))
            return await InDirectoryAsync(source.Repository, source, standsIn: false, cancellation);
        var archive = Path.Combine(cacheDirectory, $"{source.Chart}-{source.Version}.tgz");
        if (!File.Exists(archive) && await PullAsync(source, archive, cancellation) is { } cause)
        {
            if (standIns is null)
            {
                throw new ProblemException(new Problem(HelmProblems.ChartUnreachable, $"The chart {source.Chart} {source.Version} can't be pulled from {source.Repository}.") { Cause = cause });
            }
            if (Interlocked.Exchange(ref _said, 1) == 0)
                Log.Information("No chart repository answers: the rehearsal installs its own stand-in charts, which take the same values");
            return await InDirectoryAsync(standIns, source, standsIn: true, cancellation);
        }
        return new Chart(archive, await ChartDigest.OfAsync(archive, cancellation), StandsIn: false);
    }

    private static async Task<Chart> InDirectoryAsync(string root, ChartSource source, bool standsIn, CancellationToken cancellation)
    {
        string[] candidates =
        [
            Path.Combine(root, $"{source.Chart}-{source.Version}.tgz"),
            Path.Combine(root, $"{source.Chart}-{source.Version}"),
            Path.Combine(root, $"{source.Chart}.tgz"),
            Path.Combine(root, source.Chart),
        ];
        var found = candidates.FirstOrDefault(x => x.EndsWith(".tgz", StringComparison.Ordinal) ? File.Exists(x) : File.Exists(Path.Combine(x, "Chart.yaml")))
                    ?? throw new ProblemException(new Problem(HelmProblems.ChartMissing, $"There is no chart {source.Chart} {source.Version} in {root}.")
                    {
                        Location = root,
                        Cause = "looked for " + string.Join(", ", candidates.Select(Path.GetFileName)),
                    });
        return new Chart(found, await ChartDigest.OfAsync(found, cancellation), standsIn);
    }

    /// <returns>Why the chart can't be had, or <see langword="null"/> when the archive is there now.</returns>
    private async Task<string?> PullAsync(ChartSource source, string archive, CancellationToken cancellation)
    {
        // One host that does not answer is asked once, not once a chart.
        var host = new Uri(source.Repository).Host;
        if (_unreachable.TryGetValue(host, out var known) && await known.Value is { } cause)
            return cause;
        var probe = _unreachable.GetOrAdd(host, _ => new Lazy<Task<string?>>(() => RepositoryProbe.UnreachableAsync(source.Repository, cancellation)));
        if (await probe.Value is { } unreachable)
            return unreachable;
        Directory.CreateDirectory(cacheDirectory);
        var folder = Directory.CreateTempSubdirectory("chart-");
        try
        {
            TargetProgress.Report($"pulls {source.Chart} {source.Version}");
            string[] from = source.Repository.StartsWith("oci://", StringComparison.Ordinal)
                ? [$"{source.Repository.TrimEnd('/')}/{source.Chart}"]
                : [source.Chart, "--repo", source.Repository];
            var result = await door.ReadAsync($"pull {source.Chart} {source.Version}", token => helm.RunAsync(
                ["pull", .. from, "--version", source.Version, "--destination", folder.FullName], token), cancellation);
            if (result.ExitCode != 0)
            {
                throw new ProblemException(new Problem(HelmProblems.ChartMissing, $"The chart {source.Chart} {source.Version} can't be pulled from {source.Repository}.")
                {
                    Cause = HelmCommand.LastLine(result.StandardError),
                });
            }
            File.Move(folder.GetFiles("*.tgz").Single().FullName, archive, overwrite: true);
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
