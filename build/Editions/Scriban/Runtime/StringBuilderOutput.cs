using System.Text;

namespace Scriban.Runtime;

/// <summary>Keeps rendered text in memory.</summary>
public class StringBuilderOutput : IScriptOutput
{
    [ThreadStatic]
    private static StringBuilder s_builder;

    public StringBuilderOutput()
        : this(new StringBuilder())
    {
    }

    public StringBuilderOutput(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Builder = builder;
    }

    public StringBuilder Builder { get; }

    /// <summary>An emptied output that this thread uses again and again.</summary>
    public static StringBuilderOutput GetThreadInstance() => new((s_builder ??= new StringBuilder()).Clear());

    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }

    public override string ToString() => Builder.ToString();
}
