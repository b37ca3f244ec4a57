using System.Text;
using Scriban.Syntax;

namespace ScribanEdition.Tree;

/// <summary>Writes nodes back as code on one line, as error messages quote them.</summary>
internal sealed class NodeText
{
    private readonly StringBuilder _text = new();
    private bool _spaceDue;
    private bool _endDue;
    private bool _ended = true;

    public bool EndsWithSpace => _text.Length > 0 && char.IsWhiteSpace(_text[^1]);

    public static string Of(ScriptNode node)
    {
        var text = new NodeText();
        text.Write(node);
        return text._text.ToString();
    }

    public NodeText Write(ScriptNode node)
    {
        if (node is null)
            return this;
        if (node is ScriptStatement and not ScriptBlockStatement && _endDue)
        {
            if (!_ended && node is not CodeMark)
                _text.Append("; ");
            _endDue = false;
            _ended = false;
        }
        Begin(node.TakesLeadingSpace);
        node.WriteTo(this);
        return this;
    }

    /// <summary>Writes a keyword or an operator, after the space that may be due before it.</summary>
    public NodeText Token(string token)
    {
        Begin(true);
        _text.Append(token);
        return this;
    }

    public NodeText Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    public NodeText Space()
    {
        _spaceDue = true;
        return this;
    }

    public NodeText End()
    {
        _endDue |= !_ended;
        return this;
    }

    public NodeText EnterCode(string mark)
    {
        _text.Append(mark);
        (_endDue, _spaceDue, _ended) = (false, false, true);
        return this;
    }

    public NodeText ExitCode(string mark)
    {
        _text.Append(mark);
        (_endDue, _spaceDue, _ended) = (false, false, false);
        return this;
    }

    public NodeText List(IReadOnlyList<ScriptNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
                _text.Append(',');
            Write(nodes[i]);
        }
        return this;
    }

    private void Begin(bool takesLeadingSpace)
    {
        if (_ended)
            (_ended, _endDue) = (false, false);
        if (!takesLeadingSpace)
            return;
        if (_spaceDue && !EndsWithSpace)
            _text.Append(' ');
        _spaceDue = false;
    }
}
