using System.Net;
using System.Text;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>
/// A page that needs nothing but a browser: the targets from left to right as they depend on each other, the default plan highlighted,
/// and that of a target while the pointer is on it.
/// </summary>
internal static class ExecutionPlanPage
{
    private const string Style = """
        body { font: 14px sans-serif; margin: 2em; color: #333; }
        svg { overflow: visible; }
        rect { fill: #fff; stroke: #999; rx: 5; }
        g.unlisted rect { stroke-dasharray: 3 3; }
        g.highlight rect { fill: #d7f0fb; stroke: #0087af; stroke-width: 2; }
        path { fill: none; stroke: #999; marker-end: url(#arrow); }
        path.order { stroke-dasharray: 4 4; }
        path.trigger { stroke-width: 3; }
        """;

    private const string Script = """
        const nodes = [...document.querySelectorAll('g[data-plan]')];
        const show = plan => nodes.forEach(x => x.classList.toggle('highlight', plan.includes(x.id)));
        const standard = document.querySelector('svg').dataset.plan.split(' ');
        nodes.forEach(x => {
          x.addEventListener('mouseenter', () => show(x.dataset.plan.split(' ')));
          x.addEventListener('mouseleave', () => show(standard));
        });
        show(standard);
        """;

    public static string Render(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var layout = new ExecutionPlanLayout(targets);
        var body = new StringBuilder();
        targets.ForEach(x => AppendEdges(body, x, layout));
        targets.ForEach(x => AppendNode(body, x, targets, layout));

        var defaults = targets.Where(x => x.IsDefault).Select(x => x.Name).ToList();
        var standardPlan = defaults.Count > 0 ? PlanOf(targets, defaults) : string.Empty;
        return $"""
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <title>NUKE Execution Plan</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <svg width="{layout.Width}" height="{layout.Height}" data-plan="{standardPlan}">
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" style="fill:#999;stroke:none"/></marker></defs>
            {body}</svg>
            <p>solid: depends on &middot; dashed: runs after &middot; thick: is triggered by</p>
            <script>
            {Script}
            </script>
            </body>
            </html>
            """;
    }

    private static void AppendNode(StringBuilder body, ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> targets, ExecutionPlanLayout layout)
    {
        var (x, y) = layout.PositionOf(target);
        var kind = target.Listed ? "target" : "target unlisted";
        body.AppendLine(
            $"<g id=\"{target.Name}\" class=\"{kind}\" data-plan=\"{PlanOf(targets, [target.Name])}\">" +
            $"<title>{WebUtility.HtmlEncode(target.Description)}</title>" +
            $"<rect x=\"{x}\" y=\"{y}\" width=\"{layout.NodeWidth}\" height=\"{ExecutionPlanLayout.NodeHeight}\"/>" +
            $"<text x=\"{x + 10}\" y=\"{y + 20}\">{WebUtility.HtmlEncode(target.Name)}</text></g>");
    }

    private static void AppendEdges(StringBuilder body, ExecutableTarget target, ExecutionPlanLayout layout)
    {
        foreach (var dependency in target.AllDependencies.Distinct().Where(layout.Contains))
        {
            var kind = target.ExecutionDependencies.Contains(dependency) ? "execution"
                : target.OrderDependencies.Contains(dependency) ? "order"
                : "trigger";
            body.AppendLine($"<path class=\"{kind}\" data-edge=\"{dependency.Name} {target.Name}\" d=\"{layout.PathBetween(dependency, target)}\"/>");
        }
    }

    private static string PlanOf(IReadOnlyCollection<ExecutableTarget> targets, IReadOnlyCollection<string> names) =>
        ExecutionPlanner.GetExecutionPlan(targets, names).Select(x => x.Name).JoinSpace();
}
