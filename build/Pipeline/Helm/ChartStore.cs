using System.Collections.Concurrent;
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

    /// <param name="source">The chart.</param>
    /// <param name="timeout">How long its repository may take.</param>
    /// <param name="cancellation">Stops the pull.</param>
    /// <exception cref="ProblemException">
    /// There is no such chart (HUB1403), its repository does not answer (HUB1404), or it is another one than its name says (HUB1407).
    /// </exception>
    public async Task<Chart> GetAsync(ChartSource source, TimeSpan timeout, CancellationToken cancellation)
    {
        if (directory is not null)
            return await ChartDirectory.FindAsync(directory, source, cancellation);
        if (!source.Repository.Contains("://", StringComparison.Ordinal))
            return await ChartDirectory.FindAsync(source.Repository, source, cancellation);
        var archive = CachePath(source);
        if (!File.Exists(archive) && await PullAsync(source, archive, timeout, cancellation) is { } cause)
        {
            if (standIns is null)
            {
                throw new ProblemException(new Problem(HelmProblems.ChartUnreachable, $"The chart {source.Chart} {source.Version} can't be pulled from {source.Repository}.") { Cause = cause });
            }
            if (Interlocked.Exchange(ref _said, 1) == 0)
                Log.Information("No chart repository answers: the rehearsal installs its own stand-in charts, which take the same values");
            return await ChartDirectory.StandInAsync(standIns, source, cancellation);
        }
        return new Chart(archive, await ChartDigest.OfAsync(archive, cancellation), StandsIn: false);
    }

    // Two repositories may hold different charts under one name and version.
    private string CachePath(ChartSource source)
    {
        var address = new Uri(source.Repository);
        return Path.Combine(cacheDirectory, address.Host + address.AbsolutePath.TrimEnd('/').Replace('/', '_'), $"{source.Chart}-{source.Version}.tgz");
    }

    /// <returns>Why the chart can't be had, or <see langword="null"/> when the archive is there now.</returns>
    private async Task<string?> PullAsync(ChartSource source, string archive, TimeSpan timeout, CancellationToken cancellation)
    {
        // One host that does not answer is asked once, not once a chart.
        var host = new Uri(source.Repository).Host;
        var probe = _unreachable.GetOrAdd(host, _ => new Lazy<Task<string?>>(() => RepositoryProbe.UnreachableAsync(source.Repository, cancellation)));
        if (await probe.Value is { } unreachable)
            return unreachable;
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        var folder = Directory.CreateTempSubdirectory("chart-");
        try
        {
            TargetProgress.Report($"pulls {source.Chart} {source.Version}");
            if (await PullIntoAsync(folder.FullName, source, timeout, cancellation) is { } cause)
                return cause;
            var pulled = folder.GetFiles("*.tgz").Single().FullName;
            await ChartDirectory.RequireAsync(pulled, source, cancellation);
            // In two steps, so that a file of this name is always a whole one, whatever device temporary files are on.
            var part = $"{archive}.{Environment.ProcessId}.part";
            File.Copy(pulled, part, overwrite: true);
            File.Move(part, archive, overwrite: true);
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string?> PullIntoAsync(string folder, ChartSource source, TimeSpan timeout, CancellationToken cancellation)
    {
        string[] from = source.Repository.StartsWith("oci://", StringComparison.Ordinal)
            ? [$"{source.Repository.TrimEnd('/')}/{source.Chart}"]
            : [source.Chart, "--repo", source.Repository];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        try
        {
            var result = await door.ReadAsync($"pull {source.Chart} {source.Version}", token => helm.RunAsync(
                ["pull", .. from, "--version", source.Version, "--destination", folder], token), deadline.Token);
            if (result.ExitCode == 0)
                return null;
            var message = HelmCommand.LastLine(result.StandardError);
            // An answer of the repository; anything else is the network's, a proxy's or the server's trouble.
            if (!message.Contains("not found", StringComparison.OrdinalIgnoreCase))
                return message;
            throw new ProblemException(new Problem(HelmProblems.ChartMissing, $"{source.Repository} has no chart {source.Chart} {source.Version}.") { Cause = message });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {timeout.TotalSeconds:0} s";
        }
    }
}
