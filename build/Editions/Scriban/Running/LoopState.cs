using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ScribanEdition.Running;

/// <summary>What a template sees of a running loop: <c>for.index</c>, <c>while.first</c>, <c>tablerow.col</c> and so on.</summary>
internal sealed class LoopState : IScriptObject
{
    private IEnumerable _values;
    private IEnumerator _steps;
    private bool? _isLast;
    private int? _length;

    public int Index { get; set; }

    /// <summary>The column of a table, or null outside of one.</summary>
    public int? Column { get; set; }

    public bool IsLastColumn { get; set; }

    public bool IsChanged { get; private set; }

    public int Count => 0;

    public bool IsReadOnly { get; set; }

    private int Length => _length ??= _values is IList list ? list.Count : _values?.Cast<object>().Count() ?? 0;

    public void Start(IEnumerable values, IEnumerator steps) => (_values, _steps) = (values, steps);

    public void Step(int index, bool isChanged) => (Index, IsChanged, _isLast) = (index, isChanged, null);

    /// <summary>Looks one value ahead, once in each step.</summary>
    public bool IsLast() => _steps is not null && (_isLast ??= !_steps.MoveNext());

    public IEnumerable<string> GetMembers() => [];

    public bool Contains(string member) => Find(member) is not null;

    public bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        value = Find(member);
        return value is not null;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly)
    {
    }

    public IScriptObject Clone(bool deep) => (IScriptObject)MemberwiseClone();

    private object Find(string member) => member switch
    {
        "index" => Index,
        "length" => Length,
        "first" => Index == 0,
        "even" => Index % 2 == 0,
        "odd" => Index % 2 != 0,
        "last" => IsLast(),
        "changed" => IsChanged,
        "rindex" => Length - Index - 1,
        "col" or "col0" => Column,
        "col_first" => Column is null ? null : Column == 0,
        "col_last" => Column is null ? null : IsLastColumn,
        _ => null,
    };
}
