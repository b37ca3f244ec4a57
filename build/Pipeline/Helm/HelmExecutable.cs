using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Finds helm 4: <c>HELM_EXE</c>, <c>PATH</c>, the cache, and else fetches the pinned one into the cache.</summary>
public sealed partial class HelmExecutable
{
    private readonly string _cacheDirectory;
    private readonly Func<string, string?> _variable;
    private readonly IReadOnlyList<HelmSource> _sources;

    /// <param name="cacheDirectory">Where a fetched helm is kept between runs.</param>
    public HelmExecutable(string cacheDirectory)
        : this(cacheDirectory, Environment.GetEnvironmentVariable, HelmDownload.Sources)
    {
    }

    internal HelmExecutable(string cacheDirectory, Func<string, string?> variable, IReadOnlyList<HelmSource> sources)
    {
        _cacheDirectory = cacheDirectory;
        _variable = variable;
        _sources = sources;
    }

    /// <returns>The path of a helm of version 4.</returns>
    /// <exception cref="ProblemException">None is there and none can be fetched (HUB1401), or what came is not the pinned one (HUB1402).</exception>
    public async Task<string> LocateAsync(CancellationToken cancellation)
    {
        if (_variable("HELM_EXE") is { Length: > 0 } chosen)
        {
            return await IsUsableAsync(chosen, cancellation)
                ? chosen
                : throw new ProblemException(new Problem(HelmProblems.Unavailable, $"HELM_EXE names {chosen}, which is not a working helm 4."));
        }
        foreach (var directory in (_variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = Path.Combine(directory, OperatingSystem.IsWindows() ? "helm.exe" : "helm");
            if (File.Exists(candidate) && await IsUsableAsync(candidate, cancellation))
                return candidate;
        }
        var cached = Path.Combine(_cacheDirectory, "helm");
        // The cache outlives the pin: what an older pipeline fetched, or somebody changed, is fetched again.
        if (!File.Exists(cached) || await HelmDownload.Sha256Async(cached, cancellation) != PinnedHelm.Sha256)
            await new HelmDownload(_cacheDirectory, PinnedHelm.Sha256, _sources).FetchAsync(cached, cancellation);
        return cached;
    }

    private static async Task<bool> IsUsableAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var result = await Cli.Wrap(path).WithArguments(["version", "--short"]).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
            return result.ExitCode == 0 && SupportedVersion().IsMatch(result.StandardOutput);
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^v4\.")]
    private static partial Regex SupportedVersion();
}
