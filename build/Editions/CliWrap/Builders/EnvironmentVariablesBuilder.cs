namespace CliWrap.Builders;

/// <summary>Collects environment variables; the last value of a name wins.</summary>
public class EnvironmentVariablesBuilder
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>Sets one variable; null removes it from the inherited environment.</summary>
    public EnvironmentVariablesBuilder Set(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    /// <summary>Sets several variables.</summary>
    public EnvironmentVariablesBuilder Set(IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var (name, value) in variables)
            Set(name, value);

        return this;
    }

    /// <summary>Sets several variables.</summary>
    public EnvironmentVariablesBuilder Set(IReadOnlyDictionary<string, string> variables) =>
        Set((IEnumerable<KeyValuePair<string, string>>)variables);

    /// <summary>A copy of what has been set so far.</summary>
    public IReadOnlyDictionary<string, string> Build() =>
        new Dictionary<string, string>(_variables, _variables.Comparer);
}
