namespace CliWrap.EventStream;

/// <summary>A line of standard output.</summary>
public class StandardOutputCommandEvent(string text) : CommandEvent
{
    /// <summary>The line, without its end.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
