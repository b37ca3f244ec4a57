using Scriban.Parsing;

namespace ScribanEdition.Reading;

/// <summary>Kinds of tokens; error messages show the names of some.</summary>
internal enum TokenKind
{
    Invalid,
    Eof,
    FrontMatterMarker,
    CodeEnter,
    CodeExit,
    Raw,
    Escape,
    EscapeEnter,
    EscapeExit,
    NewLine,
    SemiColon,
    Identifier,
    IdentifierSpecial,
    Integer,
    HexaInteger,
    BinaryInteger,
    Float,
    String,
    VerbatimString,
    InterpolatedString,
    BeginInterpolatedString,
    ContinuationInterpolatedString,
    EndingInterpolatedString,
    OpenInterpolatedBrace,
    CloseInterpolatedBrace,
    Arroba,
    Caret,
    DoubleCaret,
    Colon,
    Equal,
    VerticalBar,
    PipeGreater,
    Exclamation,
    DoubleAmp,
    DoubleVerticalBar,
    Amp,
    Question,
    DoubleQuestion,
    QuestionDot,
    QuestionExclamation,
    DoubleEqual,
    ExclamationEqual,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    Divide,
    DivideEqual,
    DoubleDivide,
    DoubleDivideEqual,
    Asterisk,
    AsteriskEqual,
    Plus,
    PlusEqual,
    DoublePlus,
    Minus,
    MinusEqual,
    DoubleMinus,
    Percent,
    PercentEqual,
    DoubleLessThan,
    DoubleGreaterThan,
    Comma,
    Dot,
    DoubleDot,
    TripleDot,
    DoubleDotLess,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
}

/// <summary>A token and its place; both ends belong to it.</summary>
internal readonly record struct Token(TokenKind Kind, TextPosition Start, TextPosition End)
{
    public static readonly Token Eof = new(TokenKind.Eof, TextPosition.Eof, TextPosition.Eof);

    public string In(string text)
    {
        if (Kind == TokenKind.Eof)
            return "<eof>";
        return Start.Offset < text.Length && End.Offset < text.Length
            ? text.Substring(Start.Offset, End.Offset - Start.Offset + 1)
            : "<error>";
    }
}
