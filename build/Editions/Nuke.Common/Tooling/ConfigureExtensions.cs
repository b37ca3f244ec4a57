namespace Nuke.Common.Tooling;

public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator is null ? obj : configurator.Invoke(obj);

    /// <summary>Runs a command for each combination of options, several at a time when asked to.</summary>
    /// <param name="configurator">Makes the combinations.</param>
    /// <param name="executor">Runs one.</param>
    /// <param name="degreeOfParallelism">How many run at once.</param>
    /// <param name="completeOnFailure">Whether the others run when one fails.</param>
    /// <exception cref="AggregateException">At least one failed.</exception>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var options = configurator(new TOptions()).ToList();
        var outputs = new IReadOnlyCollection<Output>[options.Count];
        var failures = new List<Exception>();

        Parallel.For(0, options.Count, new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism }, (index, state) =>
        {
            try
            {
                outputs[index] = executor(options[index]);
            }
            catch (Exception exception)
            {
                lock (failures)
                    failures.Add(exception);
                if (!completeOnFailure)
                    state.Stop();
            }
        });

        return failures.Count > 0
            ? throw new AggregateException(failures)
            : options.Zip(outputs).ToList();
    }
}
