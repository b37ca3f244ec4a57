namespace Nuke.Common.Tooling;

public static class OptionsExtensions
{
    /// <summary>A changed copy.</summary>
    public static T Modify<T>(this T options, Action<IOptions> modification = null)
        where T : IOptions
    {
        var copy = ((Options)(object)options).Copy();
        modification?.Invoke(copy);
        return (T)(object)copy;
    }

    public static T Apply<T>(this T options, Configure<T> configurator)
        where T : Options, new() => configurator(options);

    public static T[] Apply<T>(this T[] options, Configure<T> configurator)
        where T : Options, new() => options.Select(x => configurator(x)).ToArray();

    public static T Apply<T, TValue>(this T options, Configure<T, TValue> configurator, TValue value)
        where T : Options, new() => configurator(options, value);

    public static T[] Apply<T, TValue>(this T[] options, Configure<T, TValue> configurator, TValue value)
        where T : Options, new() => options.Select(x => configurator(x, value)).ToArray();

    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options, new() => condition(options) ? configurator(options) : options;

    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options, new() => options.Select(x => x.When(condition, configurator)).ToArray();

    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => values.Select(x => configurator(options, x)).ToArray();

    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => options.SelectMany(x => x.CombineWith(values, configurator)).ToArray();
}
