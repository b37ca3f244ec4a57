using System.Collections;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// The plan that NUKE's executor walks through. What it has not reached yet can be put in another order while it waits for a target, so that the
/// next one it comes to is one that has something to show. Code that runs inside a target sees the plan as if no other target were running,
/// which is what <c>ReportSummary</c> and <c>RunningTargets</c> have always been able to rely on.
/// </summary>
internal sealed class LivePlan(IEnumerable<ExecutableTarget> plan) : IReadOnlyCollection<ExecutableTarget>
{
    private readonly ExecutableTarget[] _order = [.. plan];

    public int Count => _order.Length;

    /// <summary>Makes a target that comes later the one that comes next.</summary>
    public void PutNext(ExecutableTarget current, ExecutableTarget next)
    {
        lock (_order)
        {
            var from = Array.IndexOf(_order, next);
            var to = Array.IndexOf(_order, current) + 1;
            if (from <= to)
                return;
            Array.Copy(_order, to, _order, to + 1, from - to);
            _order[to] = next;
        }
    }

    public IEnumerator<ExecutableTarget> GetEnumerator() => TargetScope.Current is { } target ? SeenFrom(target) : Live();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<ExecutableTarget> Live()
    {
        for (var index = 0; index < _order.Length; index++)
            yield return _order[index];
    }

    private IEnumerator<ExecutableTarget> SeenFrom(string name)
    {
        ExecutableTarget[] order;
        lock (_order)
            order = [.. _order];
        return order.Where(target => target.Name == name || target.Status is not ExecutionStatus.Running).GetEnumerator();
    }
}
