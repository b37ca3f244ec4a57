using JupyterHub.Pipeline.Execution;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class TargetSchedulerTests
{
    private static readonly Action<CancellationToken> Nothing = _ => { };

    [Fact]
    public async Task Independent_targets_run_at_the_same_time()
    {
        using var left = new ManualResetEventSlim();
        using var right = new ManualResetEventSlim();
        var scheduler = Schedule(
            new TargetNode("left") { Body = _ => Meet(left, right) },
            new TargetNode("right") { Body = _ => Meet(right, left) });
        await scheduler.Run();
        scheduler.States().ShouldBe("left:Succeeded right:Succeeded");
    }

    [Fact]
    public async Task One_at_a_time_keeps_the_order_of_the_plan()
    {
        var order = new List<string>();
        var plan = "abcdefgh".Select(name => new TargetNode(name.ToString()) { Body = _ => order.Add(name.ToString()) }).ToArray();
        await new TargetScheduler(plan, parallelism: 1, TimeProvider.System, default).Run();
        string.Concat(order).ShouldBe("abcdefgh");
    }

    [Fact]
    public async Task A_failure_stops_its_dependents_and_nobody_else()
    {
        var scheduler = Schedule(
            new TargetNode("broken") { Body = _ => throw new InvalidOperationException("first") },
            new TargetNode("other") { Body = Nothing },
            new TargetNode("dependent") { Needs = ["broken"], Body = Nothing },
            new TargetNode("grandchild") { Needs = ["dependent", "other"], Body = Nothing },
            new TargetNode("independent") { Needs = ["other"], Body = Nothing });
        await scheduler.Run();
        scheduler.States().ShouldBe("broken:Failed other:Succeeded dependent:NotRun grandchild:NotRun independent:Succeeded");
        scheduler["grandchild"].BecauseOf.ShouldBe("broken");
        scheduler.FirstFailure!.Exception!.Message.ShouldBe("first");
    }

    [Fact]
    public async Task The_first_failure_by_time_is_the_first_cause_whatever_its_place_in_the_plan()
    {
        using var secondFailed = new ManualResetEventSlim();
        var scheduler = Schedule(
            new TargetNode("slow") { Body = _ => { secondFailed.Wait(); throw new InvalidOperationException("late"); } },
            new TargetNode("quick") { Body = _ => throw new InvalidOperationException("early") });
        scheduler.Finished += run =>
        {
            if (run.Node.Name == "quick")
                secondFailed.Set();
        };
        await scheduler.Run();
        scheduler.FirstFailure!.Node.Name.ShouldBe("quick");
    }

    [Fact]
    public async Task A_target_that_proceeds_after_failure_does_not_stop_its_dependents()
    {
        var scheduler = Schedule(
            new TargetNode("lint") { ProceedsAfterFailure = true, Body = _ => throw new InvalidOperationException() },
            new TargetNode("pack") { Needs = ["lint"], Body = Nothing });
        await scheduler.Run();
        scheduler.States().ShouldBe("lint:Failed pack:Succeeded");
    }

    [Fact]
    public async Task Conditions_are_asked_when_the_dependencies_are_done()
    {
        var written = false;
        var scheduler = Schedule(
            new TargetNode("write") { Body = _ => written = true },
            new TargetNode("read") { Needs = ["write"], Conditions = [("written", () => written)], Body = Nothing },
            new TargetNode("never") { Needs = ["write"], Conditions = [("!written", () => !written)], Body = Nothing },
            new TargetNode("after") { Needs = ["never"], Body = Nothing });
        await scheduler.Run();
        scheduler.States().ShouldBe("write:Succeeded read:Succeeded never:Skipped after:Succeeded");
        scheduler["never"].ViolatedConditions.ShouldBe(["!written"]);
    }

    [Fact]
    public async Task A_condition_that_throws_fails_its_target()
    {
        var scheduler = Schedule(new TargetNode("a") { Conditions = [("?", () => throw new InvalidOperationException("no answer"))], Body = Nothing });
        await scheduler.Run();
        scheduler["a"].State.ShouldBe(TargetState.Failed);
        scheduler["a"].Exception!.Message.ShouldBe("no answer");
    }

    [Fact]
    public async Task A_skipped_target_takes_what_it_alone_triggers_with_it()
    {
        TargetNode[] Plan(bool keeps) =>
        [
            new("test") { Conditions = [("wanted", () => false)], Pulls = ["report", "shared"], KeepsPulls = keeps, Body = Nothing },
            new("other") { Pulls = ["shared"], Body = Nothing },
            new("report") { Needs = ["test"], Body = Nothing },
            new("shared") { Needs = ["test"], Body = Nothing },
        ];
        var scheduler = Schedule(Plan(keeps: false));
        await scheduler.Run();
        scheduler.States().ShouldBe("test:Skipped other:Succeeded report:Skipped shared:Succeeded");
        scheduler["report"].BecauseOf.ShouldBe("test");

        var keeping = Schedule(Plan(keeps: true));
        await keeping.Run();
        keeping.States().ShouldBe("test:Skipped other:Succeeded report:Succeeded shared:Succeeded");
    }

    [Fact]
    public async Task A_target_that_was_skipped_beforehand_does_not_hold_up_its_dependents()
    {
        var scheduler = Schedule(new TargetNode("a") { Skipped = true, Body = _ => throw new InvalidOperationException() }, new TargetNode("b") { Needs = ["a"], Body = Nothing });
        await scheduler.Run();
        scheduler.States().ShouldBe("a:Skipped b:Succeeded");
    }

    [Fact]
    public async Task After_an_interrupt_nothing_starts_and_what_runs_is_aborted()
    {
        using var interrupt = new CancellationTokenSource();
        var scheduler = new TargetScheduler(
            [
                new TargetNode("waiting") { Body = token => { interrupt.Cancel(); token.ThrowIfCancellationRequested(); } },
                new TargetNode("next") { Needs = ["waiting"], Body = Nothing },
            ],
            parallelism: 1, TimeProvider.System, interrupt.Token);
        await scheduler.Run();
        scheduler.States().ShouldBe("waiting:Aborted next:NotRun");
        scheduler.FirstFailure.ShouldBeNull();
    }

    [Fact]
    public async Task An_assured_target_runs_after_what_it_needs_has_failed()
    {
        var cleaned = false;
        var scheduler = Schedule(new TargetNode("a") { Body = _ => throw new InvalidOperationException() }, new TargetNode("clean") { Needs = ["a"], Body = _ => cleaned = true });
        await scheduler.Run();
        scheduler.RunAssured(scheduler["clean"], default);
        cleaned.ShouldBeTrue();
        scheduler.States().ShouldBe("a:Failed clean:Succeeded");
    }

    [Fact]
    public void A_plan_in_the_wrong_order_is_refused()
    {
        Should.Throw<ArgumentException>(() => Schedule(new TargetNode("a") { Needs = ["b"] }, new TargetNode("b"))).Message.ShouldContain("a needs b");
        Should.Throw<ArgumentException>(() => Schedule(new TargetNode("a"), new TargetNode("a"))).Message.ShouldContain("occurs twice");
        Should.Throw<ArgumentOutOfRangeException>(() => new TargetScheduler([], parallelism: 0, TimeProvider.System, default));
    }

    private static void Meet(ManualResetEventSlim mine, ManualResetEventSlim theirs)
    {
        mine.Set();
        theirs.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue("the other target never started");
    }

    private static TargetScheduler Schedule(params TargetNode[] plan) => new(plan, parallelism: null, TimeProvider.System, default);
}
