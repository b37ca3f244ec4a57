using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Durations and quantities.</summary>
internal static class Amounts
{
    private const string DurationPattern = @"^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$";
    private const string QuantityPattern = @"^[0-9]+(\.[0-9]*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?$";

    /// <summary>A duration longer than nothing.</summary>
    public static Shape<TimeSpan> Duration { get; } = Durations("a duration such as 30s, 10m, 1h30m or 7d, longer than 0", TimeSpan.FromMilliseconds(1));

    /// <summary>A duration, of which 0s means none.</summary>
    public static Shape<TimeSpan> DurationOrNone { get; } = Durations("a duration such as 30s, 10m, 1h30m or 7d, or 0s", TimeSpan.Zero);

    /// <summary>A size in bytes.</summary>
    public static Shape<Quantity> Size { get; } = Quantities("a size such as 10Gi, 500Mi or 1G, of at least 1Mi", value => value.Value >= 1 << 20);

    /// <summary>A number of cores.</summary>
    public static Shape<Quantity> Cores { get; } = Quantities("a number of cores such as 2, 0.5 or 500m, from 1m to 1024", value => value.Value is >= 0.001m and <= 1024);

    private static ScalarShape<TimeSpan> Durations(string expected, TimeSpan least) =>
        new(expected, new DurationParser(least).Parse, value => JsonValue.Create(DurationText.Format(value)))
        {
            Constraints = () => new JsonObject { ["pattern"] = DurationPattern, ["minLength"] = 2 },
        };

    private static ScalarShape<Quantity> Quantities(string expected, Func<Quantity, bool> accepts) =>
        new(expected, new QuantityParser(accepts).Parse, Write)
        {
            Kinds = [ScalarKind.Text, ScalarKind.Integer, ScalarKind.Float],
            Constraints = () => new JsonObject { ["pattern"] = QuantityPattern },
        };

    private static JsonNode Write(Quantity value) => JsonValue.Create(value.ToString());

    private sealed class DurationParser(TimeSpan least)
    {
        public string? Parse(SourceScalar scalar, out TimeSpan value) => DurationText.TryParse(scalar.Text, out value) && value >= least ? null : "";
    }

    private sealed class QuantityParser(Func<Quantity, bool> accepts)
    {
        public string? Parse(SourceScalar scalar, out Quantity value) => Quantity.TryParse(scalar.Text, out value) && accepts(value) ? null : "";
    }
}
