using System.Text;
using Scriban.Parsing;
using ScribanEdition.Builtins;

namespace Scriban.Runtime;

/// <summary>An object as templates make them: members by name, each of which can be made read-only.</summary>
public partial class ScriptObject : IScriptObject, IFormattable
{
    private Dictionary<string, Slot> _slots;

    public ScriptObject()
        : this(0)
    {
    }

    public ScriptObject(IEqualityComparer<string> keyComparer)
        : this(0, true, keyComparer)
    {
    }

    public ScriptObject(int capacity)
        : this(capacity, true, null)
    {
    }

    public ScriptObject(int capacity, IEqualityComparer<string> keyComparer)
        : this(capacity, true, keyComparer)
    {
    }

    public ScriptObject(int capacity, bool? autoImportStaticsFromThisType)
        : this(capacity, autoImportStaticsFromThisType, null)
    {
    }

    /// <summary>Unless told otherwise, a derived type's public static methods become its functions.</summary>
    public ScriptObject(int capacity, bool? autoImportStaticsFromThisType, IEqualityComparer<string> keyComparer)
    {
        _slots = new Dictionary<string, Slot>(capacity, keyComparer);
        if (autoImportStaticsFromThisType is true && GetType() != typeof(ScriptObject))
            this.Import(GetType());
    }

    public int Count => _slots.Count;

    public virtual bool IsReadOnly { get; set; }

    internal Dictionary<string, Slot> Slots => _slots;

    /// <summary>A member's value, or null if there is none of that name.</summary>
    public virtual object this[string key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            TryGetValue(Detached.For(this), default, key, out var value);
            return value;
        }
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            this.AssertNotReadOnly();
            TrySetValue(Detached.For(this), default, key, value, false);
        }
    }

    public IEnumerable<string> GetMembers() => _slots.Keys;

    public virtual bool Contains(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return _slots.ContainsKey(member);
    }

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object value)
    {
        var found = _slots.TryGetValue(member, out var slot);
        value = slot.Value;
        return found;
    }

    public T GetSafeValue<T>(string name) => GetSafeValue<T>(name, default);

    /// <summary>A member's value; one of another type is replaced by <paramref name="defaultValue"/>.</summary>
    public T GetSafeValue<T>(string name, T defaultValue)
    {
        switch (this[name])
        {
            case null:
                return defaultValue;
            case T value:
                return value;
            default:
                this[name] = defaultValue;
                return defaultValue;
        }
    }

    public virtual bool CanWrite(string member) => !_slots.TryGetValue(member, out var slot) || !slot.IsReadOnly;

    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object value, bool readOnly)
    {
        if (!CanWrite(member))
            return false;
        this.AssertNotReadOnly();
        _slots[member] = new Slot(value, readOnly);
        return true;
    }

    /// <summary>Sets a member, a read-only one as well.</summary>
    public void SetValue(string member, object value, bool readOnly) => _slots[member] = new Slot(value, readOnly);

    public virtual bool Remove(string member)
    {
        this.AssertNotReadOnly();
        return _slots.Remove(member);
    }

    public void Clear() => _slots.Clear();

    public virtual void SetReadOnly(string member, bool readOnly)
    {
        this.AssertNotReadOnly();
        if (_slots.TryGetValue(member, out var slot))
            _slots[member] = slot with { IsReadOnly = readOnly };
    }

    public virtual void CopyTo(ScriptObject dest)
    {
        ArgumentNullException.ThrowIfNull(dest);
        foreach (var (name, slot) in _slots)
            dest._slots[name] = slot;
    }

    public virtual IScriptObject Clone(bool deep)
    {
        var clone = (ScriptObject)MemberwiseClone();
        clone._slots = new Dictionary<string, Slot>(_slots.Count);
        foreach (var (name, slot) in _slots)
            clone._slots[name] = deep && slot.Value is ScriptObject or ScriptArray ? slot with { Value = ((IScriptObject)slot.Value).Clone(true) } : slot;
        return clone;
    }

    public virtual string ToString(string format, IFormatProvider formatProvider)
    {
        var context = formatProvider as TemplateContext;
        var text = new StringBuilder("{");
        foreach (var (name, value) in this)
        {
            if (text.Length > 1)
                text.Append(", ");
            text.Append(IsPlain(name) ? name : context?.ObjectToString(name, true) ?? $"\"{StringFamily.Escape(name)}\"").Append(": ");
            if (context is not null)
                text.Append(context.ObjectToString(value, true));
            else
                text.Append(value is IFormattable formattable ? formattable.ToString(null, formatProvider) : value);
        }
        return text.Append('}').ToString();
    }

    public string ToString(IFormatProvider formatProvider) => ToString(null, formatProvider);

    public sealed override string ToString() => ToString(null, null);

    [ScriptMemberIgnore]
    public static ScriptObject From(object obj)
    {
        var script = new ScriptObject();
        script.Import(obj);
        return script;
    }

    /// <summary>Whether an object has members worth importing: neither a number, a text nor an array.</summary>
    [ScriptMemberIgnore]
    public static bool IsImportable(object obj)
    {
        if (obj is null)
            return true;
        var type = obj as Type ?? obj.GetType();
        return obj is not string && !type.IsPrimitive && type != typeof(decimal) && !type.IsEnum && !type.IsArray;
    }

    private static bool IsPlain(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            return false;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        }
        return true;
    }

    internal readonly record struct Slot(object Value, bool IsReadOnly);
}
