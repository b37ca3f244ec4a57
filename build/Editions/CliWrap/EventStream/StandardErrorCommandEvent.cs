namespace CliWrap.EventStream;

/// <summary>A line of standard error.</summary>
public class StandardErrorCommandEvent(string text) : CommandEvent
{
    /// <summary>The line, without its end.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
