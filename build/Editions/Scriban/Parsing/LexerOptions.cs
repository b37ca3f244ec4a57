namespace Scriban.Parsing;

/// <summary>How a template's text is cut into tokens.</summary>
public record LexerOptions
{
    public const string DefaultFrontMatterMarker = "+++";

    public static readonly LexerOptions Default = new();

    public ScriptMode Mode { get; init; }

    public ScriptLang Lang { get; init; }

    public string FrontMatterMarker { get; init; } = DefaultFrontMatterMarker;

    /// <summary>Where in the text reading begins.</summary>
    public TextPosition StartPosition { get; init; }
}
