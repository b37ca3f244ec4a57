using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public partial class TemplateContext
{
    private readonly Stack<IScriptOutput> _outputs = [];
    private IScriptOutput _output;
    private bool _isAtLineStart;
    private int _written;
    private bool _isCutOff;

    public IScriptOutput Output => _output;

    public int OutputCount => _outputs.Count;

    /// <summary>Whether text is written; without it, a template only has a value.</summary>
    public bool EnableOutput { get; set; } = true;

    public string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Whether values of several lines are indented as far as the code that writes them.</summary>
    public bool AutoIndent { get; set; } = true;

    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>What is put before each line that is written; null for nothing.</summary>
    public string CurrentIndent { get; set; }

    public void PushOutput() => PushOutput(new StringBuilderOutput());

    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _outputs.Push(output);
    }

    public IScriptOutput PopOutput()
    {
        if (_outputs.Count == 1)
            throw new InvalidOperationException("Unexpected PopOutput for top level writer");
        var previous = _outputs.Pop();
        _output = _outputs.Peek();
        return previous;
    }

    /// <summary>Writes a value that a statement gave.</summary>
    public virtual TemplateContext Write(SourceSpan span, object textAsObject)
    {
        if (textAsObject is not null)
            Write(ObjectToString(Settle(textAsObject)));
        return this;
    }

    public TemplateContext Write(ScriptStringSlice slice) => Write(slice.FullText ?? string.Empty, slice.Index, slice.Length);

    public TemplateContext Write(string text) => text is null ? this : Write(text, 0, text.Length);

    public TemplateContext Write(string text, int startIndex, int count)
    {
        if (text is null)
            return this;
        if (CurrentIndent is null)
        {
            if (count > 0)
                _isAtLineStart = text[startIndex + count - 1] == '\n';
            Emit(text, startIndex, count);
            return this;
        }

        var end = startIndex + count;
        for (var index = startIndex; index < end;)
        {
            var lineEnd = text.IndexOf('\n', index, end - index);
            var isWhole = lineEnd >= 0;
            var length = (isWhole ? lineEnd : end) - index;
            var isBlank = isWhole && (length == 0 || (length == 1 && text[index] == '\r'));
            if (_isAtLineStart && (!isBlank || IndentOnEmptyLines))
            {
                if (!Emit(CurrentIndent, 0, CurrentIndent.Length))
                    return this;
                _isAtLineStart = false;
            }
            if (!Emit(text, index, isWhole ? length + 1 : length))
                return this;
            if (isWhole)
                _isAtLineStart = true;
            index += length + 1;
        }
        return this;
    }

    public TemplateContext WriteLine() => Write(NewLine);

    public void ResetPreviousNewLine() => _isAtLineStart = false;

    /// <summary>Writes as much as the limit leaves room for; what is cut off leaves three dots, once.</summary>
    private bool Emit(string text, int startIndex, int count)
    {
        if (count <= 0)
            return true;
        var room = LimitToString <= 0 ? count : Math.Clamp(LimitToString - _written, 0, count);
        if (room > 0)
        {
            Send(text, startIndex, room);
            _written += room;
        }
        if (room == count)
            return true;
        if (!_isCutOff)
            Send("...", 0, 3);
        _isCutOff = true;
        return false;
    }

    private void Send(string text, int startIndex, int count)
    {
        if (IsAsync)
            Output.WriteAsync(text, startIndex, count, CancellationToken).AsTask().GetAwaiter().GetResult();
        else
            Output.Write(text, startIndex, count);
    }

    private void ForgetOutputLimit() => (_written, _isCutOff) = (0, false);
}
