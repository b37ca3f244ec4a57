using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

/// <summary>C depends on B, which depends on A.</summary>
public sealed class BuildExecutorTests
{
    private readonly ExecutableTarget _a = Target("A");
    private readonly ExecutableTarget _b = Target("B");
    private readonly ExecutableTarget _c = Target("C");

    public BuildExecutorTests()
    {
        _c.ExecutionDependencies.Add(_b);
        _b.ExecutionDependencies.Add(_a);
    }

    [Fact]
    public void Targets_run_in_the_order_of_the_plan()
    {
        var order = new List<string>();
        foreach (var target in new[] { _a, _b, _c })
            target.Actions.Add(() => order.Add(target.Name));

        Execute();

        order.ShouldBe(["A", "B", "C"]);
        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_target_named_by_skip_is_skipped_via_parameter()
    {
        Execute("a");

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded);
        _a.Skipped.ShouldBe("via parameter");
    }

    [Fact]
    public void An_empty_skip_skips_a_default_target_that_nobody_invoked()
    {
        _c.IsDefault = true;

        Execute([]);

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Skipped, ExecutionStatus.Skipped);
    }

    [Fact]
    public void An_empty_skip_keeps_an_invoked_target()
    {
        _c.Invoked = true;

        Execute([]);

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Skipped, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_skipped_target_takes_along_the_dependencies_that_only_it_needs()
    {
        Execute("B");

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Skipped, ExecutionStatus.Succeeded);
        _a.Skipped.ShouldBe("because of B");
    }

    [Fact]
    public void A_dependency_that_another_scheduled_target_needs_is_kept()
    {
        _c.ExecutionDependencies.Add(_a);

        Execute("B");

        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Skipped, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_skipped_target_can_let_its_dependencies_execute()
    {
        _b.DependencyBehavior = DependencyBehavior.Execute;
        _b.StaticConditions.Add(("() => false", () => false));

        Execute();

        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Skipped, ExecutionStatus.Succeeded);
        _b.OnlyWhen.ShouldBe("false");
    }

    [Fact]
    public void A_false_static_condition_skips_an_invoked_target_and_what_it_needs()
    {
        _c.Invoked = true;
        _c.StaticConditions.Add(("() => false", () => false));

        Execute();

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Skipped, ExecutionStatus.Skipped);
        _a.Skipped.ShouldBe("because of B");
        _b.Skipped.ShouldBe("because of C");
        _c.OnlyWhen.ShouldBe("false");
    }

    [Fact]
    public void All_violated_conditions_are_named()
    {
        _a.StaticConditions.AddRange([("A", () => false), ("B", () => true), ("C", () => false)]);

        Execute();

        _a.OnlyWhen.ShouldBe("A && C");
    }

    [Fact]
    public void A_condition_that_throws_fails_the_build()
    {
        _a.StaticConditions.Add(("condition", () => throw new InvalidOperationException("No idea")));

        Should.Throw<TargetExecutionException>(() => Execute()).Message.ShouldBe("Target 'A' has thrown an exception.");
    }

    [Fact]
    public void A_dynamic_condition_is_evaluated_when_the_targets_turn_comes()
    {
        var condition = false;
        _a.Actions.Add(() => condition = true);
        _b.DynamicConditions.Add(("condition", () => condition));

        Execute();

        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_false_dynamic_condition_cannot_undo_dependencies()
    {
        _b.DynamicConditions.Add(("condition", () => false));

        Execute();

        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Skipped, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Dynamic_conditions_of_a_skipped_target_are_not_evaluated()
    {
        _a.StaticConditions.Add(("condition", () => false));
        _a.DynamicConditions.Add(("condition", () => throw new InvalidOperationException()));

        Execute();

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_skipped_target_takes_along_what_only_it_triggers()
    {
        _b.ExecutionDependencies.Clear();
        _c.ExecutionDependencies.Clear();
        _a.DynamicConditions.Add(("condition", () => false));
        _a.Triggers.Add(_b);
        _b.Triggers.Add(_c);

        Execute();

        StatusesShouldBe(ExecutionStatus.Skipped, ExecutionStatus.Skipped, ExecutionStatus.Skipped);
    }

    [Fact]
    public void A_failure_stops_the_build_except_for_assured_targets()
    {
        _a.Actions.Add(() => throw new InvalidOperationException("It broke"));
        _c.AssuredAfterFailure = true;

        var exception = Should.Throw<TargetExecutionException>(() => Execute());

        exception.InnerException.ShouldBeOfType<InvalidOperationException>();
        StatusesShouldBe(ExecutionStatus.Failed, ExecutionStatus.Scheduled, ExecutionStatus.Succeeded);
        _a.SummaryInformation.ShouldContainKeyAndValue("InvalidOperationException", "It broke");
    }

    [Fact]
    public void An_assured_target_that_fails_after_a_failure_does_not_hide_the_first()
    {
        _a.Actions.Add(() => throw new InvalidOperationException("First"));
        _b.AssuredAfterFailure = true;
        _b.Actions.Add(() => throw new InvalidOperationException("Second"));
        _c.AssuredAfterFailure = true;

        Should.Throw<TargetExecutionException>(() => Execute()).InnerException!.Message.ShouldBe("First");

        StatusesShouldBe(ExecutionStatus.Failed, ExecutionStatus.Failed, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_target_can_let_the_build_proceed_after_its_failure()
    {
        _a.ProceedAfterFailure = true;
        _a.Actions.Add(() => throw new InvalidOperationException());

        Execute();

        StatusesShouldBe(ExecutionStatus.Failed, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void A_target_without_actions_is_collective()
    {
        _b.Actions.Clear();

        Execute();

        StatusesShouldBe(ExecutionStatus.Succeeded, ExecutionStatus.Collective, ExecutionStatus.Succeeded);
    }

    [Fact]
    public void The_events_of_a_target_reach_the_build()
    {
        _a.StaticConditions.Add(("condition", () => false));
        _b.ProceedAfterFailure = true;
        _b.Actions.Add(() => throw new InvalidOperationException());

        Execute().Events.ShouldBe(["skipped A", "running B", "failed B", "running C", "succeeded C"]);
    }

    private static ExecutableTarget Target(string name)
    {
        var target = new ExecutableTarget { Name = name, Status = ExecutionStatus.Scheduled };
        target.Actions.Add(() => { });
        return target;
    }

    private RecordingBuild Execute(params string[]? skippedTargets)
    {
        var build = new RecordingBuild { ExecutableTargets = [_a, _b, _c], ExecutionPlan = [_a, _b, _c] };
        BuildExecutor.Execute(build, skippedTargets);
        return build;
    }

    private RecordingBuild Execute() => Execute(skippedTargets: null);

    private void StatusesShouldBe(params ExecutionStatus[] statuses) => new[] { _a.Status, _b.Status, _c.Status }.ShouldBe(statuses);
}
