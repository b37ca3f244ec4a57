using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Finds what NUKE would ignore on a command line, or replace by a default after a warning.</summary>
internal sealed class CommandLineCheck(DeclaredNames names, Invocation invocation)
{
    private const string Place = "command line";

    public IEnumerable<Problem> Problems()
    {
        // The first word of shell completion is no target.
        var targets = invocation.Targets is [":complete", ..] ? [] : invocation.Targets.SelectMany(target => target.Split('+')).SelectMany(CheckTarget);
        return targets.Concat(invocation.Options.SelectMany(option => CheckOption(option.Option, option.Values)));
    }

    private IEnumerable<Problem> CheckOption(string option, IReadOnlyList<string> values)
    {
        if (names.Find(option) is not { } parameter)
            return [Unknown(option)];
        if (parameter.TakesTargets)
            return values.SelectMany(value => value.Split('+')).SelectMany(CheckTarget);
        // A bare --root is the working directory.
        return parameter.Type is null || (parameter.Name is "Root" && values.Count is 0) ? [] : CheckValues(option, parameter, parameter.Type, values);
    }

    private IEnumerable<Problem> CheckTarget(string target) => names.IsTarget(target)
        ? []
        : [new Problem(ExecutionProblems.UnknownTarget, $"there is no target '{target}'{NearestName.Hint(DeclaredParameter.Letters(target), names.Targets)}") { Location = Place }];

    private Problem Unknown(string option)
    {
        if (option.IndexOf('=', StringComparison.Ordinal) is var sign and > 0 && names.Find(option[..sign]) is not null)
            return Problem(ExecutionProblems.UnknownOption, $"'{option}' can't be read", $"Write a space in place of the equals sign: {option[..sign]} {option[(sign + 1)..]}");
        var options = names.Parameters.Where(parameter => parameter.Listed).Select(parameter => parameter.Option).ToList();
        return Problem(ExecutionProblems.UnknownOption, $"there is no option '{option}'{NearestName.Hint("--" + option.TrimStart('-'), options)}", next: null);
    }

    private IEnumerable<Problem> CheckValues(string option, DeclaredParameter parameter, Type type, IReadOnlyList<string> values)
    {
        var (single, element) = type.IsArray ? (false, type.GetElementType()!) : (true, type);
        if (values.Count is 0)
            return single && (Nullable.GetUnderlyingType(element) ?? element) != typeof(bool) ? [Problem(ExecutionProblems.MissingValue, $"'{option}' lacks its value: {ParameterValue.Describe(type)}", next: null)] : [];
        if (single && values.Count > 1)
        {
            var stray = values.Skip(1).FirstOrDefault(names.IsTarget);
            return [Problem(ExecutionProblems.UnusableValue, $"'{option}' takes one value, not {values.Count}: {string.Join(' ', values)}",
                stray is null ? "Put a value that contains spaces between quotes" : $"Put targets before the first option: {stray} {option} {values[0]}")];
        }
        var split = !single && values.Count is 1 && parameter.Separator is { } separator ? values[0].Split(separator) : values;
        return split
            .Select(value => (Value: value, Complaint: ParameterValue.Complaint(value, element)))
            .Where(checkedValue => checkedValue.Complaint is not null)
            .Select(checkedValue => Problem(ExecutionProblems.UnusableValue, $"'{option}': '{checkedValue.Value}' {checkedValue.Complaint}",
                names.IsTarget(checkedValue.Value) ? $"Put targets before the first option: {checkedValue.Value} {option}" : null));
    }

    private static Problem Problem(ProblemCode code, string message, string? next) => new(code, message) { Location = Place, NextStep = next };
}
