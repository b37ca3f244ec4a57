using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class ExecutionPlannerTests
{
    private readonly ExecutableTarget _a = new() { Name = "A" };
    private readonly ExecutableTarget _b = new() { Name = "B" };
    private readonly ExecutableTarget _c = new() { Name = "C" };

    [Fact]
    public void Dependencies_come_first()
    {
        _a.ExecutionDependencies.Add(_b);
        _b.ExecutionDependencies.Add(_c);

        Plan("A").ShouldBe(["C", "B", "A"]);
        _a.Invoked.ShouldBeTrue();
        _b.Invoked.ShouldBeFalse();
        _c.Status.ShouldBe(ExecutionStatus.Scheduled);
    }

    [Fact]
    public void Default_targets_stand_in_when_none_is_named()
    {
        _b.IsDefault = true;

        Plan(null).ShouldBe(["B"]);
        _b.Invoked.ShouldBeFalse();
    }

    [Fact]
    public void Order_dependencies_order_but_do_not_add()
    {
        _a.OrderDependencies.Add(_b);

        Plan("A").ShouldBe(["A"]);
        Plan("A", "B").ShouldBe(["B", "A"]);
    }

    [Fact]
    public void Siblings_run_in_reverse_order_of_declaration() => Plan("A", "B", "C").ShouldBe(["C", "B", "A"]);

    [Fact]
    public void Triggered_targets_join_the_plan_with_what_they_need()
    {
        _a.Triggers.Add(_b);
        _b.TriggerDependencies.Add(_a);
        _b.ExecutionDependencies.Add(_c);

        Plan("A").ShouldBe(["C", "A", "B"], ignoreOrder: true);
        Plan("A").Last().ShouldBe("B");
    }

    [Fact]
    public void A_circle_is_refused_and_named()
    {
        _a.ExecutionDependencies.Add(_b);
        _b.OrderDependencies.Add(_a);

        var message = Should.Throw<Exception>(() => Plan("C")).Message;

        message.ShouldStartWith("Circular dependencies between targets:");
        message.ShouldContain("A");
        message.ShouldContain("B");
        message.ShouldNotContain("C,");
    }

    [Fact]
    public void Names_match_without_case_and_dashes()
    {
        var target = new ExecutableTarget { Name = "DeployOnPrem" };

        ExecutionPlanner.GetExecutionPlan([target], ["deploy-on-prem"]).ShouldBe([target]);
    }

    private IEnumerable<string> Plan(params string[]? names) => ExecutionPlanner.GetExecutionPlan([_a, _b, _c], names).Select(x => x.Name);
}
