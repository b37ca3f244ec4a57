using JupyterHub.Pipeline.Execution;
using Serilog;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class RedactingSinkTests
{
    private const string Secret = "hunter2-hunter2";
    private readonly CollectingSink _log = new();
    private readonly ILogger _logger;

    public RedactingSinkTests()
    {
        var redactor = new Redactor();
        redactor.Register(Secret);
        _logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new RedactingSink(_log, redactor)).CreateLogger();
    }

    [Fact]
    public void Templates_values_structures_and_exceptions_are_redacted()
    {
        var thing = new { Name = "x", Inner = new { Token = Secret } };
        _logger.Information("literal " + Secret);
        _logger.Information("value {Value}", Secret);
        _logger.Information("embedded {Value}", $"--token={Secret}");
        _logger.Information("structure {@Value}", thing);
        _logger.Information("list {Value}", [new[] { "a", Secret }]);
        _logger.Information("dictionary {Value}", new Dictionary<string, string> { ["k"] = Secret });
        _logger.Information("object {Value}", new Uri($"https://user:{Secret}@host/"));
        _logger.Error(new InvalidOperationException(Secret, new ArgumentException(Secret)), "failed");

        _log.Events.Count.ShouldBe(8);
        foreach (var logEvent in _log.Events)
        {
            logEvent.RenderMessage().ShouldNotContain(Secret);
            logEvent.MessageTemplate.Text.ShouldNotContain(Secret);
            (logEvent.Exception?.ToString() ?? "").ShouldNotContain(Secret);
            string.Join(' ', logEvent.Properties).ShouldNotContain(Secret);
        }
        _log.Events[1].RenderMessage().ShouldBe($"value \"{Redactor.Mask}\"");
    }

    [Fact]
    public void A_secret_that_only_the_whole_message_spells_is_redacted()
    {
        _logger.Information("hunter2-{Rest:l}", "hunter2");
        _log.Events.ShouldHaveSingleItem().RenderMessage().ShouldNotContain(Secret);
    }

    [Fact]
    public void An_event_without_secrets_is_passed_on_as_it_is()
    {
        _logger.Information("count {Count} at {Time} of {@Thing}", 3, DateTimeOffset.UnixEpoch, new { A = 1 });
        var logEvent = _log.Events.ShouldHaveSingleItem();
        new RedactingSink(_log, new Redactor()).Redact(logEvent).ShouldBeSameAs(logEvent);
    }
}
