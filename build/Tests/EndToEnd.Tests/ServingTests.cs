using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

[Collection(DeployedPlatform.Name)]
public sealed class ServingTests(Deployed deployed)
{
    [Fact]
    public async Task Ctrl_C_ends_a_served_rehearsal_and_leaves_nothing_running()
    {
        var build = deployed.Checkout.Start(["StartRehearsal"]);
        await build.LineAsync(line => line.Contains("(Ctrl-C ends it)"));
        await build.SignalAsync("INT");
        var run = (await build.Completion).ShouldBeFreeOfStackTraces();
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("[ERR]");
        build.Orphans().ShouldBeEmpty();
    }
}
