using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>Ctrl-C and <c>kill</c> while helm installs, and the run after them.</summary>
public sealed class InterruptTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private const string TsigSecret = "aW50ZXJydXB0ZWQtdHNpZy1zZWNyZXQ=";
    private const string HubPassword = "interrupted-hub-password";

    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task An_interrupt_in_the_middle_stops_everything_and_a_rerun_converges()
    {
        string[] deploy = ["DeployOnPrem", "--hub-environment", _checkout.Rehearsal("interrupted")];
        var run = await InterruptAsync(deploy, "INT", variables: null);
        run.ExitCode.ShouldBe(130, run.Output);
        run.ShouldSay("HUB1907 The run was interrupted by SIGINT");

        var again = (await _checkout.RunAsync(deploy)).ShouldSucceed();
        again.Targets.Values.ShouldAllBe(state => state == "Succeeded");
        (await _checkout.RunAsync(deploy)).ShouldSucceed().Summary("changes").ShouldBe("none, everything was as it should be");
    }

    [Fact]
    public async Task A_termination_in_the_middle_leaves_nothing_behind_and_a_rerun_one_by_one_converges()
    {
        _checkout.Write("environments/terminated.password", HubPassword);
        File.SetUnixFileMode(_checkout.Path("environments/terminated.password"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _checkout.Rehearsal("terminated", """
            dns: { bind9: { tsig: { secret: { rehearsal: null, env: END_TO_END_TSIG } } } }
            hub: { authenticator: { dummy: { password: { rehearsal: null, file: terminated.password } } } }

            """);
        var variables = new Dictionary<string, string?> { ["END_TO_END_TSIG"] = TsigSecret };
        string[] deploy = ["DeployOnPrem", "--hub-environment", "terminated", "--parallelism", "1"];
        var run = await InterruptAsync(deploy, "TERM", variables);
        run.ExitCode.ShouldBe(143, run.Output);
        run.ShouldSay("HUB1907 The run was interrupted by SIGTERM");
        run.Targets.Values.Count(state => state == "Aborted").ShouldBe(1, "one by one: one was stopped");
        _checkout.ShouldNotShow(run, [TsigSecret, HubPassword]);

        var again = (await _checkout.RunAsync(deploy, variables)).ShouldSucceed();
        again.Targets.Values.ShouldAllBe(state => state == "Succeeded");
        var times = new TargetTimes(_checkout.Log);
        var overlapping = from one in times.Targets from other in times.Targets where string.CompareOrdinal(one, other) < 0 && times.Overlap(one, other) select $"{one}, {other}";
        overlapping.ShouldBeEmpty();
        _checkout.ShouldNotShow(again, [TsigSecret, HubPassword]);
    }

    private async Task<BuildRun> InterruptAsync(string[] deploy, string signal, IReadOnlyDictionary<string, string?>? variables)
    {
        var build = _checkout.Start(deploy, variables);
        await build.LineAsync(line => line.Contains("helm installs release"));
        await build.SignalAsync(signal);
        var run = (await build.Completion).ShouldBeFreeOfStackTraces();
        run.Targets["DeployOnPrem"].ShouldBe("NotRun", run.Output);
        run.Targets["ValidateEnvironment"].ShouldBe("Succeeded", run.Output);
        run.Targets.Values.ShouldContain("Aborted");
        run.Targets.Values.ShouldNotContain("Failed");
        build.Orphans().ShouldBeEmpty();
        return run;
    }
}
