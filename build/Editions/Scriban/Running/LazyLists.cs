using System.Collections;
using Scriban;
using Scriban.Parsing;

namespace ScribanEdition.Running;

/// <summary>Lists that are made while they are read. Each item read counts against the context's loop limit.</summary>
internal static class LazyLists
{
    /// <summary>The items of all lists in a row, counted as one loop.</summary>
    public static IEnumerable<object> Counted(TemplateContext context, SourceSpan span, params IEnumerable[] lists)
    {
        context.EnterLoopScope();
        try
        {
            foreach (var list in lists)
            {
                var isQueryable = list is IQueryable;
                foreach (var item in list)
                {
                    context.StepLoop(span, 1, isQueryable);
                    yield return item;
                }
            }
        }
        finally
        {
            context.ExitLoopScope();
        }
    }

    public static IEnumerable<object> Skip(IEnumerable<object> items, int count)
    {
        foreach (var item in items)
        {
            if (count-- <= 0)
                yield return item;
        }
    }

    /// <summary>Looks at the item after the last one it gives, as the language does: a limit is only met there.</summary>
    public static IEnumerable<object> Take(IEnumerable<object> items, int count)
    {
        foreach (var item in items)
        {
            if (count-- <= 0)
                yield break;
            yield return item;
        }
    }

    public static IEnumerable<object> EveryNth(IEnumerable<object> items, int n)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (index++ % n == 0)
                yield return item;
        }
    }

    public static IEnumerable<object> Repeat(TemplateContext context, SourceSpan span, IEnumerable<object> items, int times)
    {
        context.EnterLoopScope();
        try
        {
            for (var i = 0; i < times; i++)
            {
                context.StepLoop(span, 1, isQueryable: false);
                foreach (var item in items)
                {
                    context.StepLoop(span, 1, isQueryable: false);
                    yield return item;
                }
            }
        }
        finally
        {
            context.ExitLoopScope();
        }
    }

    public static IEnumerable<object> Reversed(IEnumerable<object> items)
    {
        var all = items.ToList();
        for (var i = all.Count - 1; i >= 0; i--)
            yield return all[i];
    }
}
