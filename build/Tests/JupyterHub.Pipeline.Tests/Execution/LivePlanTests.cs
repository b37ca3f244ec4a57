using JupyterHub.Pipeline.Execution;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class LivePlanTests
{
    private readonly ExecutableTarget[] _targets = [.. "abcde".Select(name => new ExecutableTarget { Name = name.ToString() })];

    [Fact]
    public void Whoever_walks_through_it_comes_to_the_next_target_as_it_is_by_then()
    {
        var plan = new LivePlan(_targets);
        var walked = "";
        foreach (var target in plan)
        {
            walked += target.Name;
            if (target.Name == "a")
                plan.PutNext(target, _targets[3]);
            if (target.Name == "d")
                plan.PutNext(target, _targets[4]);
        }
        walked.ShouldBe("adebc");
    }

    [Fact]
    public void What_has_been_passed_is_not_put_before_anybody()
    {
        var plan = new LivePlan(_targets);
        plan.PutNext(_targets[2], _targets[0]);
        plan.PutNext(_targets[2], _targets[3]);
        string.Concat(plan.Select(target => target.Name)).ShouldBe("abcde");
        plan.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Inside_a_target_no_other_one_is_running()
    {
        var plan = new LivePlan(_targets);
        _targets[1].Status = _targets[3].Status = ExecutionStatus.Running;
        await Task.Run(() =>
        {
            TargetScope.Enter("d");
            plan.Single(target => target.Status is ExecutionStatus.Running).Name.ShouldBe("d");
        });
        plan.Count(target => target.Status is ExecutionStatus.Running).ShouldBe(2);
    }
}
