using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Reporting;
using Serilog;
using Serilog.Events;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class ProblemSinkTests
{
    private static readonly ProblemCode Code = new("HUB0001", "", "", "try again");
    private readonly CollectingSink _log = new();
    private readonly ProblemSink _sink;
    private readonly ILogger _logger;
    private bool _interrupted;

    public ProblemSinkTests()
    {
        _sink = new ProblemSink(_log, () => _interrupted);
        _logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(_sink).CreateLogger();
    }

    private IEnumerable<string> Shown => _log.Events.Where(logEvent => logEvent.Level > LogEventLevel.Verbose).Select(logEvent => logEvent.RenderMessage());

    [Fact]
    public void Every_problem_of_a_failed_target_is_shown_without_a_stack_trace()
    {
        Fail(new AggregateException(new ProblemException(new Problem(Code, "one"), new Problem(Code, "two"))));
        Shown.ShouldBe(["HUB0001 one\n  next:  try again", "HUB0001 two\n  next:  try again"]);
        _log.Events.Where(logEvent => logEvent.Level > LogEventLevel.Verbose).ShouldAllBe(logEvent => logEvent.Exception == null);
        _sink.Bugs.ShouldBeEmpty();
    }

    [Fact]
    public void The_log_file_still_gets_the_stack_trace()
    {
        Fail(new InvalidOperationException("?"));
        _log.Events.Where(logEvent => logEvent.Level is LogEventLevel.Verbose).ShouldHaveSingleItem().Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void A_mistake_is_kept_for_the_end()
    {
        var mistake = new InvalidOperationException("?");
        Fail(mistake);
        Shown.ShouldBe(["InvalidOperationException: ?"]);
        _sink.Bugs.ShouldBe([("Install", mistake)]);
    }

    [Fact]
    public void A_failed_assertion_is_no_mistake()
    {
        Fail(new Exception("Target 'X' requires 'Y'"));
        Shown.ShouldBe(["Target 'X' requires 'Y'"]);
        _sink.Bugs.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_interrupt_breaks_is_interrupted()
    {
        _interrupted = true;
        Fail(new IOException("pipe is broken"));
        Shown.ShouldBe(["Interrupted"]);
        _sink.Bugs.ShouldBeEmpty();
    }

    [Fact]
    public void Other_events_pass()
    {
        _logger.Warning(new ProblemException(new Problem(Code, "one")), "while cleaning up");
        _logger.Information("fine");
        Shown.ShouldBe(["while cleaning up\nHUB0001 one\n  next:  try again", "fine"]);
    }

    [Fact]
    public void A_stack_trace_begins_where_the_failure_is()
    {
        var thrown = Should.Throw<InvalidOperationException>(() => throw new InvalidOperationException("here"));
        StackText.Of(thrown)[0].ShouldBe("System.InvalidOperationException: here");
        StackText.Of(thrown).ShouldContain(line => line.Contains(nameof(A_stack_trace_begins_where_the_failure_is)));
    }

    private void Fail(Exception exception) => _logger.Error(exception, ProblemSink.TargetFailedTemplate, "Install");
}
