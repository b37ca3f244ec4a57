using System.IO.Enumeration;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>The environments of a repository: <c>environments/*.yaml</c> without the bases.</summary>
/// <param name="root">The repository.</param>
public sealed class EnvironmentCatalog(string root)
{
    private readonly string _root = Path.GetFullPath(root);
    private readonly string _directory = Path.Combine(Path.GetFullPath(root), "environments");

    /// <summary>The environments' names, in order. Files that begin with <c>base-</c> or have no name are bases for others.</summary>
    public IReadOnlyList<string> Names =>
        [.. Files.Where(IsEnvironment).Select(file => Path.GetFileNameWithoutExtension(file)).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Files =>
        Directory.Exists(_directory)
            ? Directory.EnumerateFiles(_directory).Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            : [];

    /// <summary>Loads one environment.</summary>
    /// <exception cref="ProblemException">There is none of this name, or something is wrong with it.</exception>
    public DeploymentEnvironment Load(string name) => Select(name) switch
    {
        [var one] => one,
        var several => throw new ProblemException(new Problem(EnvironmentProblems.NotFound,
            $"'{name}' names {several.Count} environments; this needs one of {string.Join(", ", several.Select(environment => environment.Name))}")),
    };

    /// <summary>Loads the environments that match a name or any of several patterns.</summary>
    /// <param name="patterns">Names, or patterns with <c>*</c> and <c>?</c>, in order; parts of one may be separated by commas or blanks.</param>
    /// <exception cref="ProblemException">A name is unknown, a pattern matches nothing, or something is wrong: every problem of every file.</exception>
    public IReadOnlyList<DeploymentEnvironment> Select(params IReadOnlyList<string> patterns)
    {
        // Every file is looked at only when a pattern or an error needs all names.
        var names = new Lazy<IReadOnlyList<string>>(() => Names);
        var problems = new List<Problem>();
        var chosen = patterns
            .SelectMany(pattern => pattern.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(pattern => Match(pattern, names, problems))
            .Distinct()
            .ToList();
        var loaded = chosen
            .Select(name => EnvironmentLoader.TryLoad(SourceDocument.Of(PathOf(name), _root), _root, problems))
            .ToList();
        if (chosen.Count == 0 && problems.Count == 0)
            problems.Add(new Problem(EnvironmentProblems.NotFound, "No environment is named") { NextStep = $"Name one of {string.Join(", ", names.Value)}" });
        if (problems.Count > 0)
            throw new ProblemException(EnvironmentLoader.InOrder(problems));
        return [.. loaded.OfType<DeploymentEnvironment>()];
    }

    private string PathOf(string name)
    {
        var path = Path.Combine(_directory, name + ".yaml");
        return File.Exists(path) ? path : Path.Combine(_directory, name + ".yml");
    }

    private IReadOnlyList<string> Match(string pattern, Lazy<IReadOnlyList<string>> names, List<Problem> problems)
    {
        var isPattern = pattern.AsSpan().ContainsAny('*', '?');
        if (!isPattern && Path.GetFileName(pattern) == pattern && File.Exists(PathOf(pattern)) && IsEnvironment(PathOf(pattern)))
            return [pattern];
        var matches = isPattern ? names.Value.Where(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)).ToList() : [];
        if (matches.Count == 0)
        {
            var hint = names.Value.Count == 0 ? $"; {_directory} holds none" : NearestName.Hint(pattern, names.Value);
            problems.Add(new Problem(EnvironmentProblems.NotFound, $"No environment is named '{pattern}'{hint}")
            {
                NextStep = names.Value.Count == 0 ? null : $"Name one of {string.Join(", ", names.Value)}",
            });
        }
        return matches;
    }

    // A file that cannot be read counts as an environment, so that its problem is seen.
    private bool IsEnvironment(string file) =>
        !Path.GetFileName(file).StartsWith("base-", StringComparison.Ordinal)
        && (YamlFile.Read(SourceDocument.Of(file, _root), []) is not { } mapping || mapping.Find("name") is not null);
}
