using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Finds helm 4: <c>HELM_EXE</c>, <c>PATH</c>, the cache, and else fetches the pinned one into the cache.</summary>
/// <param name="cacheDirectory">Where a fetched helm is kept between runs.</param>
public sealed partial class HelmExecutable(string cacheDirectory)
{
    /// <returns>The path of a helm of version 4.</returns>
    /// <exception cref="ProblemException">None is there and none can be fetched (HUB1401), or what came is not the pinned one (HUB1402).</exception>
    public async Task<string> LocateAsync(CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("HELM_EXE") is { Length: > 0 } chosen)
        {
            return await IsUsableAsync(chosen, cancellation)
                ? chosen
                : throw new ProblemException(new Problem(HelmProblems.Unavailable, $"HELM_EXE names {chosen}, which is not a working helm 4."));
        }
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = Path.Combine(directory, OperatingSystem.IsWindows() ? "helm.exe" : "helm");
            if (File.Exists(candidate) && await IsUsableAsync(candidate, cancellation))
                return candidate;
        }
        var cached = Path.Combine(cacheDirectory, "helm");
        if (!File.Exists(cached))
            await new HelmDownload(cacheDirectory).FetchAsync(cached, cancellation);
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
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^v4\.")]
    private static partial Regex SupportedVersion();
}
