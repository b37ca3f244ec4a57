using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Helm;

/// <summary>The real helm 4: <c>HELM_EXE</c>, what the build has fetched, or the one on the path.</summary>
internal static class HelmTools
{
    private static readonly Lazy<string?> Found = new(() => Candidates().FirstOrDefault(x => File.Exists(x) && IsHelm4(x)));

    public static string? Helm => Found.Value;

    private static IEnumerable<string> Candidates() =>
    [
        Environment.GetEnvironmentVariable("HELM_EXE") ?? "",
        Path.Combine(EnvironmentFolder.Repository, ".nuke", "temp", "tools", "helm"),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(x => Path.Combine(x, "helm")),
    ];

    private static bool IsHelm4(string path)
        => Cli.Wrap(path).WithArguments(["version", "--short"]).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync().Task.GetAwaiter().GetResult().StandardOutput.StartsWith("v4.", StringComparison.Ordinal);
}
