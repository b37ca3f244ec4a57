namespace Nuke.Common.Execution.Theming;

/// <summary>Shows styles as ANSI escape sequences, on redirected output too, as build servers and pagers expect.</summary>
internal sealed class AnsiHostTheme(IReadOnlyDictionary<ThemeStyle, string> codes) : HostTheme
{
    private const string Reset = "\u001b[0m";

    public static AnsiHostTheme Default { get; } = new(new Dictionary<ThemeStyle, string>
    {
        [ThemeStyle.Text] = "\u001b[39m",
        [ThemeStyle.SecondaryText] = "\u001b[38;5;247m",
        [ThemeStyle.TertiaryText] = "\u001b[38;5;247m",
        [ThemeStyle.Invalid] = "\u001b[48;5;45;1m",
        [ThemeStyle.Value] = "\u001b[38;5;45;1m",
        [ThemeStyle.Verbose] = "\u001b[90;1m",
        [ThemeStyle.Debug] = "\u001b[39;1m",
        [ThemeStyle.Information] = "\u001b[38;5;45;1m",
        [ThemeStyle.Warning] = "\u001b[38;5;214;1m",
        [ThemeStyle.Error] = "\u001b[38;5;196;1m",
        [ThemeStyle.Fatal] = "\u001b[38;5;231;1m\u001b[48;5;196m",
        [ThemeStyle.Success] = "\u001b[32;1m"
    });

    public override void Write(TextWriter output, ThemeStyle style, string text)
    {
        output.Write(codes[style]);
        output.Write(text);
        output.Write(Reset);
    }

    public override string Format(ThemeStyle style, string text) =>
        string.IsNullOrWhiteSpace(text) ? EmptyLine : $"{codes[style]}{text}{Reset}";
}
