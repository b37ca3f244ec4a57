namespace JupyterHub.Pipeline.Execution;

/// <summary>A command line as NUKE reads it: targets up to the first dash, then options, each with the values up to the next dash.</summary>
internal sealed record Invocation(IReadOnlyList<string> Targets, IReadOnlyList<(string Option, IReadOnlyList<string> Values)> Options)
{
    public static Invocation Parse(IEnumerable<string> arguments)
    {
        List<string> targets = [];
        List<(string, IReadOnlyList<string>)> options = [];
        var values = targets;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
                options.Add((argument, values = []));
            else
                values.Add(argument);
        }
        return new Invocation(targets, options);
    }

    /// <summary>The values of an option, the last one given; null when it is not there.</summary>
    public IReadOnlyList<string>? Find(string name) => Options
        .LastOrDefault(option => DeclaredParameter.Letters(option.Option).Equals(DeclaredParameter.Letters(name), StringComparison.OrdinalIgnoreCase)).Values;
}
