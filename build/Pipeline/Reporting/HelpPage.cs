using System.Reflection;
using JupyterHub.Pipeline.Execution;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>What <c>--help</c> shows: targets in groups, a line each, and the parameters.</summary>
internal static class HelpPage
{
    private const string Ungrouped = "Targets";
    private const int Narrowest = 60;

    /// <param name="build">The type of the build.</param>
    /// <param name="targets">All its targets.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<string> Render(Type build, IReadOnlyCollection<ExecutableTarget> targets, int width)
    {
        width = Math.Max(width, Narrowest);
        var listed = targets.Where(target => target.Listed).ToList();
        var names = listed.Select(target => Name(target).Length).DefaultIfEmpty().Max();
        yield return "./build.sh [TARGET ...] [--option value ...]";
        foreach (var group in listed.GroupBy(target => GroupOf(target, build)).OrderBy(group => group.Key.Order).ThenBy(group => group.Key.Title))
        {
            yield return "";
            yield return Ansi.Paint(group.Key.Title, Ansi.Information);
            foreach (var target in group.OrderByDescending(target => target.IsDefault).ThenBy(Depth).ThenBy(target => target.Name))
                yield return Cut($"  {Name(target).PadRight(names)}  {target.Description}", width);
        }

        var parameters = new DeclaredNames(build).Parameters.Where(parameter => parameter.Listed).OrderBy(parameter => parameter.Option).ToList();
        var options = parameters.Select(parameter => parameter.Option.Length).DefaultIfEmpty().Max();
        var defaults = string.Join(", ", listed.Where(target => target.IsDefault).Select(target => target.Name));
        foreach (var (title, own) in new[] { ("Options", false), ("Options of NUKE", true) })
        {
            var section = parameters.Where(parameter => parameter.IsNukes == own).ToList();
            if (section.Count is 0)
                continue;
            yield return "";
            yield return Ansi.Paint(title, Ansi.Information);
            foreach (var line in section.SelectMany(parameter => Describe(parameter, options, defaults, width)))
                yield return line;
        }
        yield return "";
    }

    private static string Name(ExecutableTarget target) => target.Name + (target.IsDefault ? " (default)" : "");

    // A target that a class implements explicitly belongs to the group of the component that declares it.
    private static (int Order, string Title) GroupOf(ExecutableTarget target, Type build)
    {
        var group = target.Member?.GetCustomAttribute<TargetGroupAttribute>()
                    ?? build.GetInterfaces()
                        .Where(component => component.GetProperty(target.Name) is not null)
                        .Select(component => component.GetProperty(target.Name)!.GetCustomAttribute<TargetGroupAttribute>() ?? component.GetCustomAttribute<TargetGroupAttribute>())
                        .FirstOrDefault(found => found is not null)
                    ?? target.Member?.DeclaringType?.GetCustomAttribute<TargetGroupAttribute>();
        return group is null ? (int.MaxValue, Ungrouped) : (group.Order, group.Title);
    }

    // NUKE refuses cycles when it plans; here there may still be one.
    private static int Depth(ExecutableTarget target) => Depth(target, []);

    private static int Depth(ExecutableTarget target, HashSet<ExecutableTarget> above)
    {
        if (!above.Add(target))
            return 0;
        var depth = target.ExecutionDependencies.Select(dependency => Depth(dependency, above) + 1).DefaultIfEmpty().Max();
        above.Remove(target);
        return depth;
    }

    private static IEnumerable<string> Describe(DeclaredParameter parameter, int options, string defaults, int width)
    {
        var text = (parameter.Description ?? "").Replace("{default_target}", defaults.Length > 0 ? defaults : "<none>", StringComparison.Ordinal).TrimEnd('.');
        var indentation = options + 4;
        var line = $"  {parameter.Option.PadRight(options)} ";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 >= width && line.Length > indentation)
            {
                yield return line;
                line = new string(' ', indentation - 1);
            }
            line += " " + word;
        }
        yield return line.TrimEnd();
    }

    private static string Cut(string line, int width)
    {
        line = line.TrimEnd();
        return line.Length < width ? line : line[..(width - 2)] + "…";
    }
}
