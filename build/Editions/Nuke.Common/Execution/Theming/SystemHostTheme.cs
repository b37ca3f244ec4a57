namespace Nuke.Common.Execution.Theming;

/// <summary>Shows styles with the console's sixteen colours, and not at all on redirected output.</summary>
internal sealed class SystemHostTheme : HostTheme
{
    public static SystemHostTheme Default { get; } = new();

    public override void Write(TextWriter output, ThemeStyle style, string text)
    {
        var (foreground, background) = ColorsOf(style);
        if (ConsoleOutput.IsRedirected || (foreground is null && background is null))
        {
            output.Write(text);
            return;
        }

        var (previousForeground, previousBackground) = (Console.ForegroundColor, Console.BackgroundColor);
        Console.ForegroundColor = foreground ?? previousForeground;
        Console.BackgroundColor = background ?? previousBackground;
        try
        {
            output.Write(text);
        }
        finally
        {
            Console.ResetColor();
        }
    }

    public override string Format(ThemeStyle style, string text) => text;

    private static (ConsoleColor? Foreground, ConsoleColor? Background) ColorsOf(ThemeStyle style) => style switch
    {
        ThemeStyle.SecondaryText or ThemeStyle.TertiaryText or ThemeStyle.Verbose => (ConsoleColor.Gray, null),
        ThemeStyle.Invalid => (ConsoleColor.DarkRed, null),
        ThemeStyle.Value => (ConsoleColor.Magenta, null),
        ThemeStyle.Information => (ConsoleColor.Cyan, null),
        ThemeStyle.Warning => (ConsoleColor.Yellow, null),
        ThemeStyle.Error => (ConsoleColor.Red, null),
        ThemeStyle.Fatal => (ConsoleColor.White, ConsoleColor.Red),
        ThemeStyle.Success => (ConsoleColor.Green, null),
        _ => (null, null)
    };
}
