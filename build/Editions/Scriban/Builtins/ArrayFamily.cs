using System.Collections;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using ScribanEdition.Running;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

/// <summary>The functions of <c>array</c>. Those that only leave items out or replace them are lazy.</summary>
internal static class ArrayFamily
{
    public static ScriptObject Create()
    {
        var family = new ScriptObject(21);
        family.Add("Add", [Items("list"), Any("value")], c => new ScriptArray(Counted(c, 0).Append(c[1])) is var all && c[0] is null ? new ScriptRange(all) : all);
        family.Add("AddRange", [Items("list1"), Items("list2")], Concat);
        family.Add("Compact", [Items("list")], c => Lazy(c, Counted(c, 0).Where(item => item is not null)));
        family.Add("Concat", [Items("list1"), Items("list2")], Concat);
        family.Add("Cycle", [List("list"), Any("group").Or(null)], Cycle);
        family.Add("Any", [Items("list"), Any("function"), Any("args")], IsAny, isVariadic: true);
        family.Add("Each", [Items("list"), Any("function")], c => Apply(c, (item, result) => (true, result)));
        family.Add("Filter", [Items("list"), Any("function")], c => Apply(c, (item, result) => (c.Context.ToBool(c.Span, result), item)));
        family.Add("First", [Items("list")], c => c[0] is IList list ? (list.Count > 0 ? list[0] : null) : c.Items(0)?.Cast<object>().FirstOrDefault());
        family.Add("InsertAt", [Items("list"), Int("index"), Any("value")], InsertAt);
        family.Add("Join", [Items("list"), Text("delimiter"), Any("function").Or(null)], c => Join(c, c.Items(0), c.Text(1), c[2]));
        family.Add("Last", [Items("list")], c => c[0] is IList list ? (list.Count > 0 ? list[^1] : null) : Counted(c, 0).LastOrDefault());
        family.Add("Limit", [Items("list"), Int("count")], c => Lazy(c, LazyLists.Take(Counted(c, 0), c.Int(1))));
        family.Add("Map", [Any("list"), Text("member")], c => new ScriptRange(Members(c)));
        family.Add("Offset", [Items("list"), Int("index")], c => Lazy(c, LazyLists.Skip(Counted(c, 0), c.Int(1))));
        family.Add("RemoveAt", [List("list"), Int("index")], RemoveAt);
        family.Add("Reverse", [Items("list")], c => Lazy(c, LazyLists.Reversed(Counted(c, 0))) ?? (object)new ScriptArray());
        family.Add("Size", [Items("list")], c => Size(c.Context, c.Span, c.Items(0)));
        family.Add("Sort", [Any("list"), Text("member").Or(null)], Sort);
        family.Add("Uniq", [Items("list")], c => Lazy(c, Counted(c, 0).Distinct()));
        family.Add("Contains", [Items("list"), Any("item")], c => Counted(c, 0).Any(element => IsSame(element, c[1])));
        return family;
    }

    public static int Size(TemplateContext context, SourceSpan span, IEnumerable list) => list switch
    {
        null => 0,
        ICollection collection => collection.Count,
        _ => LazyLists.Counted(context, span, list).Count(),
    };

    private static IEnumerable<object> Counted(Invocation call, int index) =>
        call[index] is null ? [] : LazyLists.Counted(call.Context, call.Span, call.Items(index));

    /// <summary>A lazy list, or null where there is none to begin with.</summary>
    private static ScriptRange Lazy(Invocation call, IEnumerable<object> items) => call[0] is null ? null : new ScriptRange(items);

    private static object Concat(Invocation call)
    {
        if (call[0] is null || call[1] is null)
            return call[0] is null && call[1] is null ? null : new ScriptRange(call.Items(0) ?? call.Items(1));
        return new ScriptRange(LazyLists.Counted(call.Context, call.Span, call.Items(0), call.Items(1)));
    }

    /// <summary>The next item each time, counted by the group or else by the items themselves.</summary>
    private static object Cycle(Invocation call)
    {
        if (call[0] is not IList list)
            return null;
        var group = call[1] is null ? Join(call, list, ",", null) : call.Context.ObjectToString(call[1]);
        var key = ("cycle", group ?? string.Empty);
        var index = call.Context.Tags.TryGetValue(key, out var next) && list.Count > 0 ? (int)next % list.Count : 0;
        call.Context.Tags[key] = list.Count == 0 ? 0 : index + 1;
        return list.Count == 0 ? null : list[index];
    }

    private static object IsAny(Invocation call)
    {
        if (call[1] is not IScriptCustomFunction function)
            return false;
        var arguments = new ScriptArray { null };
        foreach (var argument in call[2] as IEnumerable ?? Array.Empty<object>())
            arguments.Add(argument);
        foreach (var item in Counted(call, 0))
        {
            arguments[0] = item;
            if (Calls.Call(call.Context, call.Context.CurrentNode, function, arguments) is true)
                return true;
        }
        return false;
    }

    private static ScriptRange Apply(Invocation call, Func<object, object, (bool IsKept, object Value)> use)
    {
        if (call[0] is null || call[1] is null)
            return call[0] is null ? null : new ScriptRange(call.Items(0));
        var function = Function(call, 1);
        return new ScriptRange(Applied(call, call.Context.CurrentNode, function, function.GetParameterInfo(0).ParameterType, use));
    }

    private static IEnumerable<object> Applied(
        Invocation call,
        ScriptNode caller,
        IScriptCustomFunction function,
        Type type,
        Func<object, object, (bool IsKept, object Value)> use)
    {
        foreach (var item in Counted(call, 0))
        {
            var argument = call.Context.ToObject(call.Span, item, type);
            var (isKept, value) = use(argument, Calls.Call(call.Context, caller, function, [argument]));
            if (isKept)
                yield return value;
        }
    }

    private static IScriptCustomFunction Function(Invocation call, int index) => call[index] as IScriptCustomFunction
        ?? throw new ArgumentException($"The parameter `{call[index]}` is not a function. Maybe prefix it with @?", "function");

    private static ScriptArray InsertAt(Invocation call)
    {
        var index = Math.Max(0, call.Int(1));
        var array = new ScriptArray();
        call.Context.EnterLoopScope();
        try
        {
            foreach (var item in Counted(call, 0))
                array.Add(item);
            while (array.Count < index)
            {
                call.Context.StepLoop(call.Span, 1, isQueryable: false);
                array.Add(null);
            }
        }
        finally
        {
            call.Context.ExitLoopScope();
        }
        array.Insert(index, call[2]);
        return array;
    }

    private static string Join(Invocation call, IEnumerable list, string delimiter, object function)
    {
        if (list is null)
            return string.Empty;
        var transform = function is null ? null : Function(call, 2);
        var context = call.Context;
        var text = new StringBuilder();
        var isFirst = true;
        foreach (var value in LazyLists.Counted(context, call.Span, list))
        {
            if (!isFirst)
                Append(delimiter);
            isFirst = false;
            var item = context.ObjectToString(value);
            if (transform is not null)
                item = context.ObjectToString(Calls.Call(context, context.CurrentNode, transform, [item]));
            Append(item);
        }
        return text.ToString();

        void Append(string part)
        {
            if (context.LimitToString > 0 && part?.Length > 0 && (long)text.Length + part.Length > context.LimitToString)
                throw call.Failure($"Joined string exceeds LimitToString `{context.LimitToString}`.");
            text.Append(part);
        }
    }

    private static IEnumerable<object> Members(Invocation call)
    {
        var name = call.Text(1);
        if (call[0] is null || name is null)
            yield break;
        var items = call[0] is IEnumerable list ? LazyLists.Counted(call.Context, call.Span, list) : [call[0]];
        foreach (var item in items)
        {
            var accessor = call.Context.GetMemberAccessor(item);
            if (!accessor.HasMember(call.Context, call.Span, item, name))
                continue;
            accessor.TryGetValue(call.Context, call.Span, item, name, out var value);
            yield return value;
        }
    }

    private static ScriptArray RemoveAt(Invocation call)
    {
        var array = new ScriptArray(Counted(call, 0));
        var index = call.Int(1);
        array.RemoveAt(index < 0 ? array.Count + index : index);
        return array;
    }

    private static IEnumerable Sort(Invocation call)
    {
        if (call[0] is null)
            return new ScriptRange();
        if (call[0] is not IEnumerable list)
            return new ScriptArray { call[0] };
        var items = LazyLists.Counted(call.Context, call.Span, list).ToList();
        var member = call.Text(1);
        return new ScriptArray(items.OrderBy(item => string.IsNullOrEmpty(member) ? item : SortValue(call, item, member), Comparer<object>.Default).ToList());
    }

    /// <summary>The member to sort by, which may be reached through others by dots.</summary>
    private static object SortValue(Invocation call, object target, string member)
    {
        if (TryGet(target, member, out var value))
            return value;
        if (!member.Contains('.', StringComparison.Ordinal))
            return null;
        value = target;
        foreach (var name in member.Split('.'))
        {
            if (!TryGet(value, name, out value))
                return null;
        }
        return value;

        bool TryGet(object from, string name, out object found)
        {
            found = null;
            if (from is null)
                return false;
            return call.Context.GetMemberAccessor(from).TryGetValue(call.Context, call.Span, from, name, out found)
                || (call.Context.TryGetMember?.Invoke(call.Context, call.Span, from, name, out found) ?? false);
        }
    }

    private static bool IsSame(object element, object item)
    {
        if (Equals(element, item))
            return true;
        if (element is not Enum || item is null)
            return false;
        try
        {
            return element.Equals(item is string name ? Enum.Parse(element.GetType(), name) : Enum.ToObject(element.GetType(), item));
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            return false;
        }
    }
}
