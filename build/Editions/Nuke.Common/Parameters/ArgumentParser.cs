using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Parameters;

/// <summary>
/// Reads named and positional arguments. Names match without dashes and case; the last occurrence wins; an argument's values run until
/// the next token that starts with a dash, and everything before the first such token is positional.
/// </summary>
internal sealed class ArgumentParser
{
    private readonly string[] _arguments;

    public ArgumentParser(string commandLine)
        : this(Tokenize(commandLine))
    {
    }

    public ArgumentParser(IEnumerable<string> arguments) => _arguments = arguments.ToArray();

    public IReadOnlyList<string> Arguments => _arguments;

    public static bool IsName(string token) => token is not null && token.StartsWith('-');

    public bool HasArgument(string name) => IndexOf(name) >= 0;

    public object GetNamedArgument(string name, Type destinationType, char? separator = null)
    {
        var index = IndexOf(name);
        return index < 0
            ? destinationType.GetDefaultValue()
            : ConvertValues(name, _arguments.Skip(index + 1).TakeUntil(IsName).ToArray(), destinationType, separator);
    }

    public object GetPositionalArgument(int position, Type destinationType, char? separator = null)
    {
        var count = _arguments.TakeUntil(IsName).Count();
        if (position < 0 && count > 0)
            position = count + position % count;

        return position >= 0 && position < count
            ? ConvertValues($"$positional[{position}]", [_arguments[position]], destinationType, separator)
            : null;
    }

    public object GetAllPositionalArguments(Type destinationType, char? separator = null)
    {
        var values = _arguments.TakeUntil(IsName).ToArray();
        return values.Length == 0
            ? destinationType.GetDefaultValue()
            : ConvertValues("$all-positional", values, destinationType, separator);
    }

    private int IndexOf(string name)
    {
        var bareName = name.Replace("-", string.Empty);
        return Array.FindLastIndex(
            _arguments,
            x => IsName(x) && x.Replace("-", string.Empty).Equals(bareName, StringComparison.OrdinalIgnoreCase));
    }

    private object ConvertValues(string name, string[] values, Type destinationType, char? separator)
    {
        if (separator is { } character && values.Any(x => x.Contains(character)))
        {
            Assert.True(values.Length == 1,
                $"Argument '{name}' with value [ {values.JoinCommaSpace()} ] cannot be split with separator '{character}'");
            values = values[0].Split(character);
        }

        try
        {
            return ReflectionUtility.Convert(values, destinationType, booleanDefault: true);
        }
        catch (Exception exception)
        {
            // Upstream goes on to list all arguments, among which there may be secrets.
            Assert.Fail(new[] { $"Resolving argument '{name}' failed.", exception.Message }.JoinNewLine());
            throw;
        }
    }

    private static IEnumerable<string> Tokenize(string commandLine)
    {
        var quote = '\0';
        var escaped = false;
        return commandLine
            .Split((character, _) =>
            {
                if (character is '"' or '\'' && !escaped)
                    quote = quote == '\0' ? character : quote == character ? '\0' : quote;

                escaped = character == '\\' && !escaped;
                return character == ' ' && quote == '\0';
            })
            .Select(x => x.TrimMatchingDoubleQuotes().TrimMatchingSingleQuotes().Replace("\\\"", "\"").Replace("\\'", "'"))
            .Where(x => x.Length > 0);
    }
}
