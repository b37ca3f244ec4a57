using System.Reflection;
using System.Text;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>What <c>--help</c> shows.</summary>
internal static class HelpText
{
    private const int MinimumTargetWidth = 20;
    private const int MinimumParameterWidth = 16;
    private const int MaximumLineWidth = 90;

    public static string Targets(INukeBuild build)
    {
        var width = build.ExecutableTargets.Select(x => x.Name.Length).Append(MinimumTargetWidth).Max();
        var builder = new StringBuilder();
        builder.AppendLine("Targets (with their direct dependencies):");
        builder.AppendLine();
        foreach (var target in build.ExecutableTargets.Where(x => x.Listed))
        {
            var name = target.Name + (target.IsDefault ? " (default)" : string.Empty);
            var dependencies = target.ExecutionDependencies.Count == 0
                ? string.Empty
                : $" -> {target.ExecutionDependencies.Select(x => x.Name).JoinCommaSpace()}";
            builder.AppendLine($"  {name.PadRight(width)}{dependencies}");
            if (!string.IsNullOrWhiteSpace(target.Description))
                builder.AppendLine($"    {target.Description}");
        }

        return builder.ToString();
    }

    public static string Parameters(INukeBuild build)
    {
        var members = ValueInjectionUtility.GetParameterMembers(build.GetType(), includeUnlisted: false);
        var width = members.Select(x => ParameterService.GetParameterDashedName(x).Length).Append(MinimumParameterWidth).Max();
        var defaultTargets = build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name).JoinCommaSpace();
        var builder = new StringBuilder();

        builder.AppendLine("Parameters:");
        var (inherited, own) = (members.Where(x => x.DeclaringType == typeof(NukeBuild)), members.Where(x => x.DeclaringType != typeof(NukeBuild)));
        if (own.Any())
            builder.AppendLine();
        own.ForEach(Append);
        builder.AppendLine();
        inherited.ForEach(Append);
        return builder.ToString();

        void Append(MemberInfo member)
        {
            var description = ParameterService.GetParameterDescription(member)?
                .Replace("{default_target}", defaultTargets.Length > 0 ? defaultTargets : "<none>")
                .TrimEnd(".")
                .Append(".") ?? "<no description>";
            var lines = Wrap(description, indentation: width + 6);
            builder.AppendLine($"  --{ParameterService.GetParameterDashedName(member).PadRight(width)}  {lines[0]}");
            lines.Skip(1).ForEach(x => builder.AppendLine(x.Indent(width + 6)));
        }
    }

    /// <summary>Breaks a text into lines; each of its words is preceded by a space.</summary>
    private static List<string> Wrap(string text, int indentation)
    {
        var limit = Math.Min(MaximumLineWidth + 1, ConsoleOutput.Width);
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split(' '))
        {
            if (indentation + lines[^1].Length + word.Length >= limit)
                lines.Add(string.Empty);
            lines[^1] += $" {word}";
        }

        return lines;
    }
}
