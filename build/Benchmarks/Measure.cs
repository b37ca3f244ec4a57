namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>What several runs came to.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit"><c>s</c>, <c>MB</c>, <c>×</c> for a ratio, or nothing for a count.</param>
/// <param name="Samples">Every run's value, in order; a ratio has one.</param>
/// <param name="Budget">The most that the median may be; <see langword="null"/> for what is only told.</param>
internal sealed record Measure(string Name, string Unit, IReadOnlyList<double> Samples, double? Budget = null)
{
    public double Median => MedianOf(Samples);

    /// <summary>Whether the median is within the budget; <see langword="null"/> without one.</summary>
    public bool? Met => Budget is { } budget ? Median <= budget : null;

    /// <summary>How many times as much one median is as another.</summary>
    public static Measure Ratio(string name, Measure of, Measure to) => new(name, "×", [of.Median / to.Median]);

    private static double MedianOf(IReadOnlyList<double> samples)
    {
        var ordered = samples.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
