using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Reporting;
using JupyterHub.Pipeline.Tests.Execution;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class LiveProgressTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _output = new();
    private readonly List<string> _said = [];
    private readonly ManualResetEventSlim _started = new();
    private readonly ManualResetEventSlim _end = new();
    private readonly TargetScheduler _scheduler;

    public LiveProgressTests()
    {
        _scheduler = new TargetScheduler([new TargetNode("a") { Body = _ => { _started.Set(); _end.Wait(); } }], parallelism: null, _time, default);
        _scheduler.Start();
        _started.Wait();
    }

    public void Dispose() => _end.Set();

    [Fact]
    public void Where_nothing_can_be_redrawn_a_line_says_now_and_then_what_a_target_waits_for()
    {
        using var progress = Progress(live: false);
        progress.Report("a", "0/3 ready");
        progress.Report("a", "1/3 ready");
        _time.Advance(LiveProgress.BetweenLines);
        progress.Report("a", "1/3 ready");
        progress.Report("a", "2/3 ready");
        progress.Report("b", "another target's");
        _said.ShouldBe(["0/3 ready", "2/3 ready", "another target's"]);
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void On_a_terminal_nothing_is_said_twice()
    {
        using var progress = Progress(live: true);
        progress.Report("a", "0/3 ready");
        _said.ShouldBeEmpty();
    }

    private LiveProgress Progress(bool live) =>
        new(_scheduler, new ConsoleScreen(_output, new ConsoleCapabilities(Color: false, live), text => text, _time), _time, _said.Add, default);
}
