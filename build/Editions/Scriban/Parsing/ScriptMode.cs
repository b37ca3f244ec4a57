namespace Scriban.Parsing;

public enum ScriptMode
{
    /// <summary>Text with code between double braces.</summary>
    Default = 0,

    /// <summary>Only the code between the two front matter markers at the start of the text.</summary>
    FrontMatterOnly = 1,

    /// <summary>Front matter, then text with code.</summary>
    FrontMatterAndContent = 2,

    /// <summary>Code alone, without braces.</summary>
    ScriptOnly = 3,
}
