using Scriban.Parsing;
using ScribanEdition.Tree;

namespace Scriban.Syntax;

/// <summary>Statements between two markers at the start of a template.</summary>
public class ScriptFrontMatter : ScriptStatement
{
    /// <summary>Where the text behind the front matter begins.</summary>
    public TextPosition TextPositionAfterEndMarker;

    public ScriptBlockStatement Statements { get; set; }

    internal string Marker { get; init; } = LexerOptions.DefaultFrontMatterMarker;

    internal override Grammar Grammar => Grammars.FrontMatter;

    public override object Evaluate(TemplateContext context) => context.Evaluate(Statements);

    internal override void WriteTo(NodeText text) => text.End().Token(Marker).End().Write(Statements).End().Token(Marker).End();
}
