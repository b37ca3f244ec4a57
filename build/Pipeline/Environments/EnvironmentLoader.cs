using JupyterHub.Pipeline.Environments.Rules;
using JupyterHub.Pipeline.Environments.Sections;
using JupyterHub.Pipeline.Environments.Shapes;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>Reads an environment's file and those that it extends, checks everything, and fills in the defaults.</summary>
public static class EnvironmentLoader
{
    /// <summary>Loads one environment.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="root">The directory that relative paths start from and messages leave out; the current one when absent.</param>
    /// <exception cref="ProblemException">Something is wrong; it has every problem of the file and of those that it extends.</exception>
    public static DeploymentEnvironment Load(string path, string? root = null)
    {
        var problems = new List<Problem>();
        var start = Path.GetFullPath(root ?? Directory.GetCurrentDirectory());
        return TryLoad(SourceDocument.Of(path, start), start, problems)
            ?? throw new ProblemException(InOrder(problems));
    }

    /// <summary>The environment, or <see langword="null"/> after every problem has been added to <paramref name="problems"/>.</summary>
    internal static DeploymentEnvironment? TryLoad(SourceDocument document, string root, ICollection<Problem> problems)
    {
        var before = problems.Count;
        if (new Inheritance(root, problems).Read(document) is not { } merged)
            return null;
        var binding = new Binding(EnvironmentSection.Shape);
        binding.Locate("", merged.Position);
        var environment = EnvironmentDefaults.Complete(EnvironmentSection.Shape.Read(merged, "", binding));
        var fileName = Path.GetFileNameWithoutExtension(document.FullPath);
        if (binding.IsSound("name") && environment.Name != fileName)
            binding.Report(EnvironmentProblems.NameMismatch, "name", $"is '{environment.Name}', but the file is named '{fileName}'");
        foreach (var rule in Rule.All)
            rule.Apply(environment, binding);
        foreach (var problem in binding.Problems)
            problems.Add(problem);
        return problems.Count > before ? null : environment with
        {
            SourceFile = document.FullPath,
            Source = new SourceMap(binding.Locations),
            Warnings = InOrder(binding.Warnings),
        };
    }

    /// <summary>The problems by file, line and column, each once.</summary>
    internal static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.Distinct().OrderBy(problem => File(problem.Location), StringComparer.Ordinal).ThenBy(problem => Number(problem.Location, 2)).ThenBy(problem => Number(problem.Location, 1))];

    private static string File(string? location) => location?.Split(':')[0] ?? "";

    private static int Number(string? location, int fromEnd) =>
        location?.Split(':') is { Length: > 2 } parts && int.TryParse(parts[^fromEnd], out var number) ? number : 0;
}
