using System.Text;

namespace Nuke.Common.Utilities;

/// <summary>Asks questions on the terminal.</summary>
public class ConsoleUtility
{
    public static string PromptForInput(string question, string defaultValue)
    {
        Host.Information(question);
        ConsoleOutput.Prompt(defaultValue is null ? "» " : $"» [default: {defaultValue}] ");
        return ConsoleOutput.ReadLine() is { Length: > 0 } input ? input : defaultValue;
    }

    public static T PromptForChoice<T>(string question, params (T Value, string Description)[] options)
    {
        Host.Information(question);
        for (var i = 0; i < options.Length; i++)
            ConsoleOutput.WriteLine($"   {i + 1}  {options[i].Description}");

        while (true)
        {
            ConsoleOutput.Prompt($"» [1-{options.Length}] ");
            if (ConsoleOutput.ReadLine() is not { } input)
                return options[0].Value;
            if (int.TryParse(input, out var number) && number >= 1 && number <= options.Length)
                return options[number - 1].Value;
        }
    }

    /// <summary>Reads a line and shows a star for each character.</summary>
    public static string ReadSecret()
    {
        var secret = new StringBuilder();
        while (true)
        {
            var key = ConsoleOutput.ReadKey();
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    ConsoleOutput.WriteLine(string.Empty);
                    return secret.ToString();
                case ConsoleKey.Backspace when secret.Length > 0:
                    secret.Length--;
                    ConsoleOutput.Prompt("\b \b");
                    break;
                case var _ when !char.IsControl(key.KeyChar):
                    secret.Append(key.KeyChar);
                    ConsoleOutput.Prompt("*");
                    break;
            }
        }
    }

    internal static string ReadSecret(string question)
    {
        Host.Information(question);
        return ReadSecret();
    }
}
