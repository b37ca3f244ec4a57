using CliWrap;
using CliWrap.Buffered;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Charts;

/// <summary>Real helm: named by HELM_EXE, or as the bootstrap fetched it, or on PATH.</summary>
internal static class HelmCommandLine
{
    public const string Install = "set HELM_EXE to helm 4.1, or run ./build.sh once, which fetches it to .nuke/temp/tools";

    public static string? Executable { get; } = Find();

    /// <summary>Where the stand-in charts are, as the rehearsal finds them.</summary>
    public static string StandIns { get; } = Path.Combine(AppContext.BaseDirectory, "Charts");

    public static async Task<BufferedCommandResult> RunAsync(params string[] arguments) =>
        await Cli.Wrap(Executable!)
            .WithArguments(arguments)
            .WithEnvironmentVariables(variables => variables.Set("HELM_CACHE_HOME", Path.Combine(Path.GetTempPath(), "rehearsal-tests-helm")))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

    /// <summary>What helm would install.</summary>
    public static async Task<string> TemplateAsync(string chart, string @namespace, params string[] more)
    {
        var result = await RunAsync(["template", chart, Path.Combine(StandIns, chart), "--namespace", @namespace, "--kube-version", "1.35.2", "--include-crds", .. more]);
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HELM_EXE") is { Length: > 0 } named)
            return named;
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var tools = Path.Combine(directory.FullName, ".nuke", "temp", "tools");
            if (Directory.Exists(tools) && Directory.EnumerateFiles(tools, "helm", SearchOption.AllDirectories).FirstOrDefault() is { } fetched)
                return fetched;
        }
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, "helm")).FirstOrDefault(File.Exists);
    }
}
