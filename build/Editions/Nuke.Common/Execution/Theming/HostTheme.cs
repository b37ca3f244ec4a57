namespace Nuke.Common.Execution.Theming;

/// <summary>How a host shows text of a style.</summary>
internal abstract class HostTheme
{
    /// <summary>Stands for an empty line, which some consoles would drop.</summary>
    public const string EmptyLine = "\u200B";

    /// <summary>Writes text in a style, without a line break.</summary>
    public abstract void Write(TextWriter output, ThemeStyle style, string text);

    /// <summary>The text in the style, for embedding in other text; unchanged where a style is no part of the text.</summary>
    public abstract string Format(ThemeStyle style, string text);

    public void WriteLine(ThemeStyle style, string text)
    {
        lock (ConsoleOutput.Lock)
        {
            if (string.IsNullOrWhiteSpace(text))
                ConsoleOutput.Writer.Write(EmptyLine);
            else
                Write(ConsoleOutput.Writer, style, text);
            ConsoleOutput.Writer.WriteLine();
        }
    }
}
