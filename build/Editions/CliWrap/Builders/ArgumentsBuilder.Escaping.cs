using System.Text;

namespace CliWrap.Builders;

public partial class ArgumentsBuilder
{
    /// <summary>The argument, quoted where it must be to be read back as one argument.</summary>
    /// <remarks>
    /// The rules are those of CommandLineToArgvW, which the runtime applies on every platform when it splits
    /// <see cref="System.Diagnostics.ProcessStartInfo.Arguments"/>: a backslash is an ordinary character except in a run
    /// that ends at a quote, where it stands for half of itself.
    /// </remarks>
    public static string Escape(string argument)
    {
        if (argument.Length > 0 && !argument.Any(c => c is '"' || char.IsWhiteSpace(c)))
            return argument;

        var escaped = new StringBuilder(argument.Length + 2).Append('"');
        var backslashes = 0;

        foreach (var c in argument)
        {
            if (c is '\\')
            {
                backslashes++;
                continue;
            }

            escaped.Append('\\', c is '"' ? backslashes * 2 + 1 : backslashes).Append(c);
            backslashes = 0;
        }

        return escaped.Append('\\', backslashes * 2).Append('"').ToString();
    }
}
