using JupyterHub.Pipeline.Execution;
using Serilog;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class TargetOutputTests
{
    private readonly List<string> _console = [];
    private readonly CollectingSink _log = new();
    private readonly TargetOutput _output;
    private readonly ILogger _logger;

    public TargetOutputTests()
    {
        _output = new TargetOutput(new Recorder(_log, _console), _console.Add, new object());
        _logger = new LoggerConfiguration().WriteTo.Sink(_output).CreateLogger();
    }

    [Fact]
    public async Task What_targets_say_at_the_same_time_is_kept_apart()
    {
        _output.Show("a");
        await In("a", () => _logger.Information("a1"));
        await In("b", () => _logger.Information("b1"));
        _logger.Information("nobody's");
        await In("b", () => _output.WriteLine("b2, past the log"));
        await In("a", () => _logger.Information("a2"));
        _console.ShouldBe(["a1", "nobody's", "a2"]);

        _output.Hide();
        await In("a", () => _logger.Information("a3, late"));
        _output.Show("b");
        await In("b", () => _logger.Information("b3"));
        _console.ShouldBe(["a1", "nobody's", "a2", "b1", "b2, past the log", "b3"]);
    }

    [Fact]
    public async Task What_nobody_was_shown_for_comes_out_at_the_end()
    {
        await In("server", () => _logger.Information("late"));
        _console.ShouldBeEmpty();
        _output.Release();
        _console.ShouldBe(["late"]);
    }

    [Fact]
    public async Task What_a_target_starts_speaks_for_the_target()
    {
        await In("a", () => Task.Run(() => _logger.Information("from a thread of a's")).Wait());
        _console.ShouldBeEmpty();
        _output.Show("a");
        _console.ShouldBe(["from a thread of a's"]);
    }

    private static Task In(string target, Action action) => Task.Run(() =>
    {
        TargetScope.Enter(target);
        action();
    });

    private sealed class Recorder(CollectingSink log, List<string> console) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent)
        {
            TargetOutput.IsPassing.ShouldBeTrue();
            log.Emit(logEvent);
            console.Add(logEvent.RenderMessage());
        }
    }
}
