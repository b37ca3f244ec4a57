using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>The control sequences that we write (ECMA-48).</summary>
internal static partial class Ansi
{
    public const string Reset = "\e[0m";
    public const string Dim = "\e[2m";
    public const string Information = "\e[38;5;45;1m";
    public const string Success = "\e[32;1m";
    public const string Warning = "\e[38;5;214;1m";
    public const string Error = "\e[38;5;196;1m";

    /// <summary>Erases from the cursor to the end of the screen.</summary>
    public const string EraseBelow = "\e[J";

    /// <summary>To the first column, so many lines up.</summary>
    public static string LinesUp(int count) => count > 0 ? $"\r\e[{count}A" : "\r";

    /// <summary>The text without colours. Other sequences stay: build servers take them for section marks.</summary>
    public static string WithoutColor(string text) => text.Contains('\e') ? Color().Replace(text, "") : text;

    /// <summary>The text in a colour, each line for itself.</summary>
    public static string Paint(string text, string color) => string.Join('\n', text.Split('\n').Select(line => line.Length is 0 ? line : color + line + Reset));

    [GeneratedRegex(@"\e\[[0-9;:]*m")]
    private static partial Regex Color();
}
