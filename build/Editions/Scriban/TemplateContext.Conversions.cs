using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Builtins;
using ScribanEdition.Running;
using ScribanEdition.Tree;

namespace Scriban;

public partial class TemplateContext
{
    private int _textDepth;
    private int _textLength;

    public object GetFormat(Type formatType) => CurrentCulture.GetFormat(formatType);

    public virtual string GetTypeName(object value) => value switch
    {
        null => "null",
        Type type => TypeNames.Of(type),
        IScriptCustomTypeInfo custom => custom.TypeName,
        _ => TypeNames.Of(value.GetType()),
    };

    /// <summary>Whether nothing is in a value; null for null.</summary>
    public virtual object IsEmpty(SourceSpan span, object against)
    {
        switch (against)
        {
            case null:
                return null;
            case IList list:
                return list.Count == 0;
            case IEnumerable values:
                return !values.GetEnumerator().MoveNext();
            default:
                return !TypeNames.IsPrimitive(against.GetType()) && GetMemberAccessor(against).GetMemberCount(this, span, against) > 0;
        }
    }

    /// <summary>Everything is true but null, false and the empty object.</summary>
    public virtual bool ToBool(SourceSpan span, object value) => value switch
    {
        null => false,
        bool yes => yes,
        _ => value != EmptyScriptObject.Default,
    };

    public virtual int ToInt(SourceSpan span, object value)
    {
        try
        {
            switch (value)
            {
                case null:
                    return 0;
                case int number:
                    return number;
                case BigInteger number:
                    return (int)number;
                case IScriptConvertibleTo convertible when convertible.TryConvertTo(this, span, typeof(int), out var number):
                    return (int)number;
                default:
                    return Convert.ToInt32(value, CurrentCulture);
            }
        }
        catch (Exception error)
        {
            throw new ScriptRuntimeException(span, $"Unable to convert type `{GetTypeName(value)}` to int", error);
        }
    }

    public virtual IList ToList(SourceSpan span, object value) => value switch
    {
        null => null,
        IList list => list,
        IEnumerable values => new ScriptArray(values),
        _ => throw new ScriptRuntimeException(span, "Unexpected list value. Expecting an array, list or iterator. Unable to convert to a list."),
    };

    public T ToObject<T>(SourceSpan span, object value) => ToObject(span, value, typeof(T)) switch
    {
        T typed => typed,
        null when default(T) is null => default,
        _ => throw NotConvertible(span, value, typeof(T)),
    };

    /// <summary>A value as an argument of a type: what is null becomes a number's zero, and stays null elsewhere.</summary>
    public virtual object ToObject(SourceSpan span, object value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        if (Nullable.GetUnderlyingType(destinationType) is { } underlying)
        {
            if (value is null)
                return null;
            destinationType = underlying;
        }

        var type = value?.GetType();
        if (type == destinationType)
            return value;
        if (destinationType == typeof(string))
            return ObjectToString(value);
        if (destinationType == typeof(int))
            return ToInt(span, value);
        if (destinationType == typeof(bool))
            return ToBool(span, value);
        if (value is null)
            return Conversions.Zero(destinationType);
        if (destinationType.IsEnum)
            return Guarded(span, value, destinationType, () => value is string name ? Enum.Parse(destinationType, name) : Enum.ToObject(destinationType, value));
        if (value is IScriptConvertibleTo to && to.TryConvertTo(this, span, destinationType, out var converted))
            return converted;
        if (typeof(IScriptConvertibleFrom).IsAssignableFrom(destinationType))
        {
            var from = (IScriptConvertibleFrom)Activator.CreateInstance(destinationType);
            if (from.TryConvertFrom(this, span, value))
                return from;
        }
        if (TypeNames.IsPrimitive(type) && TypeNames.IsPrimitive(destinationType))
            return Guarded(span, value, destinationType, () => Conversions.Number(value, destinationType, CurrentCulture));
        if (destinationType == typeof(IList))
            return ToList(span, value);
        return destinationType.IsAssignableFrom(type) ? value : throw NotConvertible(span, value, destinationType);
    }

    /// <summary>A value as text. <paramref name="nested"/> is for values inside of others: strings are quoted, null is named.</summary>
    public virtual string ObjectToString(object value, bool nested = false)
    {
        if (_textDepth == 0)
            _textLength = 0;
        _textDepth++;
        try
        {
            if (ObjectRecursionLimit != 0 && _textDepth > ObjectRecursionLimit)
                throw new InvalidOperationException("Structure is too deeply nested or contains reference loops.");
            var text = ToText(value, nested);
            return LimitToString > 0 && _textDepth == 1 && text?.Length >= LimitToString ? text + "..." : text;
        }
        finally
        {
            _textDepth--;
        }
    }

    private string ToText(object value, bool nested)
    {
        if (LimitToString > 0 && _textLength >= LimitToString)
            return string.Empty;
        switch (value)
        {
            case string text:
                return Quoted(text, nested);
            case null:
            case EmptyScriptObject:
                return nested ? "null" : null;
            case bool yes:
                return yes ? "true" : "false";
            case DateTime date when FindDateFamily() is { } family:
                return family.Format(date, family.DefaultFormat, CurrentCulture);
            case IFormattable formattable:
                return formattable.ToString(null, this);
            case IConvertible convertible:
                return convertible.ToString(this);
            case IEnumerable items:
                return ListText(items);
            case IScriptCustomFunction and not ScriptFunction:
                return "<function>";
        }
        if (value.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(KeyValuePair<,>))
            return value.ToString();
        var pair = new ScriptObject(2);
        pair.Import(value, renamer: MemberRenamer);
        return ObjectToString(pair, true);
    }

    private string Quoted(string text, bool nested)
    {
        if (LimitToString <= 0 || _textLength + text.Length < LimitToString)
            return nested ? $"\"{StringFamily.Escape(text)}\"" : text;
        text = text[..(LimitToString - _textLength)];
        return nested ? $"\"{StringFamily.Escape(text)}" : text;
    }

    private string ListText(IEnumerable items)
    {
        var text = new StringBuilder("[");
        _textLength++;
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(", ");
                _textLength += 2;
            }
            isFirst = false;
            var part = ObjectToString(item, true);
            text.Append(part);
            _textLength += part?.Length ?? 0;
            if (LimitToString > 0 && _textLength >= LimitToString)
                return text.ToString();
        }
        _textLength++;
        return text.Append(']').ToString();
    }

    /// <summary>The <c>date</c> object in sight, which knows the format that a template may have set.</summary>
    private DateFamily FindDateFamily()
    {
        var isStrict = StrictVariables;
        try
        {
            StrictVariables = false;
            return GetValue(DateFamily.Variable) as DateFamily;
        }
        finally
        {
            StrictVariables = isStrict;
        }
    }

    private object Guarded(SourceSpan span, object value, Type destinationType, Func<object> convert)
    {
        try
        {
            return convert();
        }
        catch (Exception error)
        {
            throw NotConvertible(span, value, destinationType, error);
        }
    }

    private ScriptRuntimeException NotConvertible(SourceSpan span, object value, Type destinationType, Exception cause = null) =>
        new(span, $"Unable to convert type `{GetTypeName(value)}` to `{GetTypeName(destinationType)}`", cause);
}
