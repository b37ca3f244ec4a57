using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Parameters;

/// <summary>
/// Resolves parameters: commit message (if asked for), command line, environment, parameters files. The member's initializer is what
/// remains when none has a value.
/// </summary>
internal sealed partial class ParameterService(
    Func<ArgumentParser> argumentParser,
    Func<IReadOnlyDictionary<string, string>> environmentVariables)
{
    /// <summary>Looks up a parameter in the parameters files; null until they are known.</summary>
    public Func<string, Type, object> ParametersFiles { get; set; }

    public object GetParameter(string name, Type destinationType, char? separator)
    {
        if (argumentParser().HasArgument(name) && GetArgument(name, destinationType, separator) is { } named)
            return named;

        if (name == Constants.InvokedTargetsParameterName &&
            argumentParser().GetAllPositionalArguments(destinationType, separator) is { } positional)
            return positional;

        return GetVariable(name, destinationType, separator) ?? ParametersFiles?.Invoke(name, destinationType);
    }

    public object GetArgument(string name, Type destinationType, char? separator) =>
        argumentParser().GetNamedArgument(name, destinationType, separator);

    /// <summary>
    /// Reads a variable of exactly the name, or else the only one whose letters and digits are the name's, with or without <c>NUKE</c>
    /// before them, whatever the case.
    /// </summary>
    public object GetVariable(string name, Type destinationType, char? separator)
    {
        var variables = environmentVariables();
        if (!variables.TryGetValue(name, out var value))
        {
            var letters = string.Concat(name.Where(char.IsLetterOrDigit));
            var matches = variables.Where(x => HasLetters(x.Key, letters) || HasLetters(x.Key, "NUKE" + letters)).ToList();
            if (matches.Count > 1)
                Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
            if (matches.Count != 1)
                return destinationType.GetDefaultValue();

            value = matches[0].Value;
        }

        try
        {
            return ReflectionUtility.Convert(value, destinationType, separator, booleanDefault: false);
        }
        catch (Exception exception)
        {
            Assert.Fail(new[] { exception.Message, $"Resolving parameter '{name}' failed. Environment variable was:", value }.JoinNewLine());
            throw;
        }
    }

    private static bool HasLetters(string key, string letters)
    {
        var position = 0;
        foreach (var character in key)
        {
            if (!char.IsLetterOrDigit(character))
                continue;
            if (position == letters.Length || char.ToUpperInvariant(character) != char.ToUpperInvariant(letters[position]))
                return false;
            position++;
        }

        return position == letters.Length;
    }
}
