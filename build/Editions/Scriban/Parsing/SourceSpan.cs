namespace Scriban.Parsing;

/// <summary>A stretch of a template's text; both ends belong to it.</summary>
public struct SourceSpan
{
    public SourceSpan(string fileName, TextPosition start, TextPosition end)
    {
        FileName = fileName;
        Start = start;
        End = end;
    }

    public string FileName { get; set; }

    public bool IsEmpty => FileName is null;

    public TextPosition Start { get; set; }

    public TextPosition End { get; set; }

    public int Length => End.Offset - Start.Offset + 1;

    public override string ToString() => $"{FileName}({Start})-({End})";

    /// <summary>As messages show it: <c>file(line,column)</c>, counted from one.</summary>
    public string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";
}
