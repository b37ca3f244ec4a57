using System.Reflection;
using CliWrap;
using CliWrap.EventStream;

namespace JupyterHub.Pipeline.Tests.Execution;

/// <summary>The sample build, started as a process in a repository of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private static readonly string Program = typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "SampleBuild").Value!;

    // A build server's variables, or a caller's colours, would decide what the tests are about.
    private static readonly string[] Cleared =
        ["CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL", "NO_COLOR", "FORCE_COLOR", "HOST", "COUNT", "TOKEN"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sample-build-");
    private readonly List<string> _lines = [];

    public SampleProcess() => _root.CreateSubdirectory(".nuke");

    public string Root => _root.FullName;

    public int ExitCode { get; private set; } = int.MinValue;

    /// <summary>Everything that came out, without zero-width spaces, which NUKE prints in place of empty lines.</summary>
    public string Output => string.Join('\n', Lines);

    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Replace("\u200B", "", StringComparison.Ordinal))];

    /// <summary>The numbers in lines that end with <c>pid N</c>.</summary>
    public IReadOnlyList<int> ProcessIds => [.. Lines.Where(line => line.Contains("] pid ")).Select(line => int.Parse(line[(line.LastIndexOf(' ') + 1)..]))];

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public Task<SampleProcess> RunAsync(string arguments, IReadOnlyDictionary<string, string?>? environment = null, Func<string, int, Task>? onLine = null) =>
        RunAsync("dotnet", [Program, .. arguments.Split(' '), "--no-logo"], environment, onLine);

    /// <summary>The same on a pseudo-terminal, which <c>script</c> of util-linux provides.</summary>
    public Task<SampleProcess> RunOnTerminalAsync(string arguments, IReadOnlyDictionary<string, string?> environment) =>
        RunAsync("script", ["-qec", $"dotnet '{Program}' {arguments} --no-logo", "/dev/null"], environment, onLine: null);

    private async Task<SampleProcess> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string?>? environment, Func<string, int, Task>? onLine)
    {
        _lines.Clear();
        var variables = Cleared.ToDictionary(name => name, _ => (string?)null);
        variables["TERM"] = "xterm";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            variables[name] = value;
        // A hung build must end the test run, not hold it up.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var command = Cli.Wrap(program).WithArguments(arguments)
            .WithWorkingDirectory(Root).WithEnvironmentVariables(variables).WithValidation(CommandResultValidation.None);
        var processId = 0;
        await foreach (var happened in command.ListenAsync(patience.Token))
        {
            if (happened is StartedCommandEvent started)
                processId = started.ProcessId;
            else if (happened is ExitedCommandEvent exited)
                ExitCode = exited.ExitCode;
            else if (TextOf(happened) is { } line)
            {
                _lines.Add(line);
                if (onLine is not null)
                    await onLine(line, processId);
            }
        }
        return this;
    }

    /// <summary>The lines of a target's block, up to the next block or table.</summary>
    public IReadOnlyList<string> Block(string target)
    {
        var start = Lines.ToList().IndexOf($"║ {target}");
        start.ShouldBeGreaterThanOrEqualTo(0, $"no block '{target}' in\n{Output}");
        return [.. Lines.Skip(start + 2).TakeWhile(line => !line.StartsWith('╬') && !line.StartsWith('═')).Where(line => line.Length > 0)];
    }

    private static string? TextOf(CommandEvent happened) => happened switch
    {
        StandardOutputCommandEvent output => output.Text,
        StandardErrorCommandEvent error => error.Text,
        _ => null,
    };

    public static Task Signal(string signal, int processId) => Cli.Wrap("kill").WithArguments([$"-{signal}", $"{processId}"]).ExecuteAsync();

    public static bool IsAlive(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _root.Delete(recursive: true);
}
