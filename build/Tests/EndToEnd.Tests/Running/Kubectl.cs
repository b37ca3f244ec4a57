using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>The real kubectl: <c>KUBECTL_EXE</c>, the repository's tools, or the path.</summary>
internal sealed class Kubectl(string kubeconfig)
{
    private static readonly Lazy<string?> Found = new(Find);

    public static string? Executable => Found.Value;

    public async Task<JsonObject> GetAsync(params string[] arguments) =>
        JsonNode.Parse(await RunAsync(["get", .. arguments, "--output", "json"]))!.AsObject();

    public async Task<string> RunAsync(params string[] arguments)
    {
        var result = await Cli.Wrap(Executable!).WithArguments(["--kubeconfig", kubeconfig, .. arguments])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        result.ExitCode.ShouldBe(0, result.StandardError);
        return result.StandardOutput;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KUBECTL_EXE") is { Length: > 0 } given)
            return given;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Prepend(Path.Combine(Sources.Repository, ".nuke", "temp", "tools"))
            .Select(directory => Path.Combine(directory, "kubectl"))
            .FirstOrDefault(path => File.Exists(path) && IsRecent(path));
    }

    // kubectl is supported one minor version away from its server, which is 1.35.
    private static bool IsRecent(string path)
    {
        var version = Cli.Wrap(path).WithArguments(["version", "--client"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync().Task.GetAwaiter().GetResult();
        return new[] { "v1.34.", "v1.35.", "v1.36." }.Any(version.StandardOutput.Contains);
    }
}
