namespace ScribanEdition.Reading;

/// <summary>The operators of the language and how they are written.</summary>
internal static class OperatorTokens
{
    // Longer ones stand before those that they begin with.
    private static readonly (string Text, TokenKind Kind)[] s_operators =
    [
        ("//=", TokenKind.DoubleDivideEqual),
        ("..<", TokenKind.DoubleDotLess),
        ("...", TokenKind.TripleDot),
        ("??", TokenKind.DoubleQuestion),
        ("?.", TokenKind.QuestionDot),
        ("?!", TokenKind.QuestionExclamation),
        ("||", TokenKind.DoubleVerticalBar),
        ("|>", TokenKind.PipeGreater),
        ("&&", TokenKind.DoubleAmp),
        ("==", TokenKind.DoubleEqual),
        ("!=", TokenKind.ExclamationEqual),
        ("<=", TokenKind.LessEqual),
        ("<<", TokenKind.DoubleLessThan),
        (">=", TokenKind.GreaterEqual),
        (">>", TokenKind.DoubleGreaterThan),
        ("++", TokenKind.DoublePlus),
        ("+=", TokenKind.PlusEqual),
        ("--", TokenKind.DoubleMinus),
        ("-=", TokenKind.MinusEqual),
        ("*=", TokenKind.AsteriskEqual),
        ("//", TokenKind.DoubleDivide),
        ("/=", TokenKind.DivideEqual),
        ("%=", TokenKind.PercentEqual),
        ("..", TokenKind.DoubleDot),
        ("^^", TokenKind.DoubleCaret),
        (";", TokenKind.SemiColon),
        (":", TokenKind.Colon),
        ("@", TokenKind.Arroba),
        ("^", TokenKind.Caret),
        ("=", TokenKind.Equal),
        ("|", TokenKind.VerticalBar),
        ("!", TokenKind.Exclamation),
        ("&", TokenKind.Amp),
        ("?", TokenKind.Question),
        ("<", TokenKind.Less),
        (">", TokenKind.Greater),
        ("/", TokenKind.Divide),
        ("*", TokenKind.Asterisk),
        ("+", TokenKind.Plus),
        ("-", TokenKind.Minus),
        ("%", TokenKind.Percent),
        (",", TokenKind.Comma),
        (".", TokenKind.Dot),
        ("(", TokenKind.OpenParen),
        (")", TokenKind.CloseParen),
        ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket),
    ];

    private static readonly ILookup<char, (string Text, TokenKind Kind)> s_byFirst = s_operators.ToLookup(o => o.Text[0]);

    private static readonly Dictionary<TokenKind, string> s_texts = new(s_operators.Select(o => KeyValuePair.Create(o.Kind, o.Text)))
    {
        [TokenKind.OpenBrace] = "{",
        [TokenKind.CloseBrace] = "}",
        [TokenKind.OpenInterpolatedBrace] = "{",
        [TokenKind.CloseInterpolatedBrace] = "}",
    };

    public static string Text(TokenKind kind) => s_texts.GetValueOrDefault(kind);

    /// <summary>The longest operator at a place, or none.</summary>
    public static (string Text, TokenKind Kind) At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return default;
        foreach (var op in s_byFirst[text[0]])
        {
            if (text.StartsWith(op.Text, StringComparison.Ordinal))
                return op;
        }
        return default;
    }
}
