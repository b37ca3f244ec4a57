using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Numbers, and true or false.</summary>
internal static class Numbers
{
    public static Shape<bool> Boolean { get; } = new ScalarShape<bool>("true or false", ParseBoolean, value => JsonValue.Create(value))
    {
        Kinds = [ScalarKind.Boolean],
    };

    public static Shape<int> Port { get; } = Between(1, 65535, "a port from 1 to 65535");

    /// <summary>A port, or 0 for one that the system chooses.</summary>
    public static Shape<int> PortOrAny { get; } = Between(0, 65535, "a port from 1 to 65535, or 0 for one that the system chooses");

    public static Shape<int> Between(int least, int most, string? expected = null) =>
        new ScalarShape<int>(expected ?? $"a whole number from {least} to {most}", new RangeParser(least, most).Parse, value => JsonValue.Create(value))
        {
            Kinds = [ScalarKind.Integer],
            Constraints = () => new JsonObject { ["minimum"] = least, ["maximum"] = most },
        };

    private static string? ParseBoolean(SourceScalar scalar, out bool value)
    {
        value = scalar.Text is "true" or "True" or "TRUE";
        return null;
    }

    private sealed class RangeParser(int least, int most)
    {
        // Decimal only: 0x and 0o are integers to YAML, and a riddle in an environment.
        public string? Parse(SourceScalar scalar, out int value) =>
            int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most ? null : "";
    }
}
