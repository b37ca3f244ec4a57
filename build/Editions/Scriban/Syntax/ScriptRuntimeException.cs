using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template failed while it was rendered; the message begins with its place.</summary>
public class ScriptRuntimeException : Exception
{
    public ScriptRuntimeException(SourceSpan span, string message)
        : base(message) => Span = span;

    public ScriptRuntimeException(SourceSpan span, string message, Exception innerException)
        : base(message, innerException) => Span = span;

    public static bool EnableDisplayInnerException { get; set; }

    public SourceSpan Span { get; }

    /// <summary>The message without its place.</summary>
    public string OriginalMessage => base.Message;

    public override string Message => new LogMessage(ParserMessageType.Error, Span, base.Message).ToString();

    public override string ToString() => EnableDisplayInnerException && InnerException is not null ? base.ToString() : Message;
}
