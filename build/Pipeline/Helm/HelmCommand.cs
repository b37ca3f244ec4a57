using CliWrap;
using CliWrap.Buffered;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Runs helm with folders of its own, so that neither the user's repositories nor plugins change what happens.</summary>
/// <param name="executable">Gives the program's path; it is asked when helm is first run.</param>
/// <param name="homeDirectory">Where helm keeps its cache and configuration.</param>
public sealed class HelmCommand(Lazy<Task<string>> executable, string homeDirectory)
{
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs helm to its end. On cancellation helm is interrupted first, so that it can mark its release as failed, and killed with its children a few seconds later.
    /// </summary>
    /// <param name="arguments">What helm is asked.</param>
    /// <param name="cancellation">Interrupts helm.</param>
    /// <param name="kubeconfig">The kubeconfig, or several as <c>KUBECONFIG</c> lists them; none of the user's own when absent.</param>
    /// <returns>The result, whatever the exit code.</returns>
    public async Task<BufferedCommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation, string? kubeconfig = null)
    {
        var path = await executable.Value;
        using var forceful = new CancellationTokenSource();
        await using var registration = cancellation.Register(() => forceful.CancelAfter(GracePeriod));
        return await Cli.Wrap(path)
            .WithArguments(arguments)
            .WithEnvironmentVariables(x => Inherited()
                .Aggregate(x, (set, name) => set.Set(name, null))
                .Set("HELM_CACHE_HOME", Path.Combine(homeDirectory, "cache"))
                .Set("HELM_CONFIG_HOME", Path.Combine(homeDirectory, "config"))
                .Set("HELM_DATA_HOME", Path.Combine(homeDirectory, "data"))
                .Set("HELM_NO_PLUGINS", "1")
                .Set("KUBECONFIG", kubeconfig))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(System.Text.Encoding.UTF8, System.Text.Encoding.UTF8, forceful.Token, cancellation);
    }

    // A namespace, storage driver or plugin folder of the user's own would change what the same command does.
    private static IEnumerable<string> Inherited()
        => Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(x => x.StartsWith("HELM_", StringComparison.Ordinal));

    /// <summary>The line that matters of what helm says: its error, without levels and repetition.</summary>
    public static string LastLine(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = Array.FindLastIndex(lines, x => x.StartsWith("Error:", StringComparison.Ordinal));
        return error < 0 ? lines.LastOrDefault() ?? "" : string.Join(' ', lines[error..])["Error:".Length..].Trim();
    }
}
