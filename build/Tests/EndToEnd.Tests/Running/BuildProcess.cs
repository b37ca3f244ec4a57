using CliWrap;
using CliWrap.EventStream;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>A build that runs.</summary>
internal sealed class BuildProcess
{
    private const string MarkVariable = "END_TO_END_RUN";

    // A hung build must end the test run, not hold it up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // A build server's variables, or a caller's colours and tools, would decide what the tests are about.
    private static readonly string[] Cleared =
    [
        "CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "TRAVIS", "NO_COLOR", "FORCE_COLOR",
        "HELM_EXE", "KUBECONFIG", "HUB_ENVIRONMENT", "CHARTS_DIRECTORY", "PARALLELISM", "RENDER_OUTPUT", "TERM", "DOTNET_HOST_PATH", "VSTEST_CONNECTION_TIMEOUT",
    ];

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiting = [];
    private readonly TaskCompletionSource<int> _processId = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private BuildProcess(Command command) => Completion = RunAsync(command);

    public Task<BuildRun> Completion { get; }

    public static BuildProcess Start(string program, string[] arguments, string directory, IReadOnlyDictionary<string, string?>? variables = null)
        => new(Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(directory)
            .WithEnvironmentVariables(Variables(variables)).WithValidation(CommandResultValidation.None));

    /// <summary>The first line that is wanted, told already or still to come.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(line => wanted(line)) is { } line)
                return line;
            _waiting.Add((wanted, found));
        }
        return await Task.WhenAny(found.Task, Completion) == found.Task
            ? await found.Task
            : throw new ShouldAssertException("the build ended without the line that was waited for:\n" + (await Completion).Output);
    }

    /// <summary>Sends a signal: <c>INT</c>, <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal) => await Cli.Wrap("kill").WithArguments([$"-{signal}", $"{await _processId.Task}"]).ExecuteAsync();

    /// <summary>The processes that the run started, whoever their parent is now, and that still live.</summary>
    public IReadOnlyList<string> Orphans() => MarkedProcesses.With($"{MarkVariable}={_mark}");

    private static Dictionary<string, string?> Variables(IReadOnlyDictionary<string, string?>? own)
    {
        var variables = Cleared.ToDictionary(name => name, _ => (string?)null);
        // The test host was started by MSBuild; a build that compiles must not take over that one's state.
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
            variables[name] = null;
        foreach (var (name, value) in own ?? new Dictionary<string, string?>())
            variables[name] = value;
        return variables;
    }

    private async Task<BuildRun> RunAsync(Command command)
    {
        var exitCode = int.MinValue;
        using var patience = new CancellationTokenSource(Patience);
        var marked = command.WithEnvironmentVariables(new Dictionary<string, string?>(command.EnvironmentVariables) { [MarkVariable] = _mark });
        try
        {
            await foreach (var happened in marked.ListenAsync(patience.Token))
            {
                switch (happened)
                {
                    case StartedCommandEvent started: _processId.SetResult(started.ProcessId); break;
                    case StandardOutputCommandEvent output: Tell(output.Text); break;
                    case StandardErrorCommandEvent error: Tell(error.Text); break;
                    case ExitedCommandEvent exited: exitCode = exited.ExitCode; break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new ShouldAssertException($"the build did not end within {Patience}:\n{string.Join('\n', _lines)}");
        }
        return new BuildRun(exitCode, _lines);
    }

    // NUKE prints zero-width spaces in place of empty lines.
    private void Tell(string text)
    {
        var line = text.Replace("\u200B", "", StringComparison.Ordinal);
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var entry in _waiting.Where(entry => entry.Wanted(line)).ToList())
            {
                entry.Found.TrySetResult(line);
                _waiting.Remove(entry);
            }
        }
    }
}
