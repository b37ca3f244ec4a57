using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Finds environment variables that NUKE takes for a parameter, and then can't convert.</summary>
/// <param name="variables">All environment variables.</param>
internal sealed class EnvironmentCheck(DeclaredNames names, Invocation invocation, IReadOnlyDictionary<string, string> variables)
{
    public IEnumerable<Problem> Problems()
    {
        var byLetters = variables.Keys.ToLookup(key => string.Concat(key.Where(char.IsLetterOrDigit)), StringComparer.OrdinalIgnoreCase);
        return names.Parameters
            .Where(parameter => parameter.Type is not null && invocation.Find(parameter.Name) is null)
            .SelectMany(parameter => parameter.TakesTargets ? CheckTargets(parameter, byLetters) : Check(parameter, parameter.Type!, byLetters));
    }

    // An exact name wins; else any variable with the same letters and digits, with or without NUKE before them.
    private string[] Sources(DeclaredParameter parameter, ILookup<string, string> byLetters)
    {
        var name = DeclaredParameter.Letters(parameter.Name);
        return variables.ContainsKey(name) ? [name] : [.. byLetters[name], .. byLetters["NUKE" + name]];
    }

    private IEnumerable<Problem> CheckTargets(DeclaredParameter parameter, ILookup<string, string> byLetters)
    {
        if (parameter.Name is "Target" && invocation.Targets.Count > 0)
            return [];
        return Sources(parameter, byLetters) is [var source]
            ? variables[source].Split('+', StringSplitOptions.RemoveEmptyEntries)
                .Where(target => !names.IsTarget(target))
                .Select(target => new Problem(ExecutionProblems.UnknownTarget, $"{source} is taken for '{parameter.Option}', but there is no target '{target}'")
                {
                    Location = "environment",
                    NextStep = $"Unset {source}, or name targets on the command line",
                })
            : [];
    }

    private IEnumerable<Problem> Check(DeclaredParameter parameter, Type type, ILookup<string, string> byLetters)
    {
        var sources = Sources(parameter, byLetters);
        if (sources.Length > 1)
            return [new Problem(ExecutionProblems.UnusableValue, $"{string.Join(" and ", sources)} are both taken for '{parameter.Option}', so NUKE takes neither") { Location = "environment", NextStep = "Remove all but one of them" }];
        if (sources.Length is 0)
            return [];
        var (single, element) = type.IsArray ? (false, type.GetElementType()!) : (true, type);
        var value = variables[sources[0]];
        var values = !single && parameter.Separator is { } separator ? value.Split(separator) : [value];
        return values
            .Where(part => !string.IsNullOrWhiteSpace(part))
            .Select(part => ParameterValue.Complaint(part, element) is { } complaint ? $"{sources[0]} is taken for '{parameter.Option}', but '{part}' {complaint}" : null)
            .OfType<string>()
            .Select(message => new Problem(ExecutionProblems.UnusableValue, message)
            {
                Location = "environment",
                NextStep = $"Correct or unset {sources[0]}, or give {parameter.Option} on the command line",
            });
    }
}
