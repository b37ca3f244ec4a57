using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;

/// <summary>Resource quantities and their canonical text (k8s.io/apimachinery/pkg/api/resource): <c>0.5</c> is <c>500m</c>, <c>1024Mi</c> is <c>1Gi</c>.</summary>
internal static class Quantity
{
    private static readonly string[] Decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>The canonical text, or null when the value is not a quantity.</summary>
    public static string? Canonical(JsonNode value)
    {
        var text = value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        };
        if (text is null)
            return null;
        var end = text.Length;
        while (end > 0 && char.IsLetter(text[end - 1]))
            end--;
        var suffix = text[end..];
        if (!decimal.TryParse(text[..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? Write(number, 1000, 3, Decimal) : null;
        var binary = Array.IndexOf(Binary, suffix, 1);
        if (binary > 0)
            return WriteBinary(number, binary);
        var power = Array.IndexOf(Decimal, suffix);
        return power < 0 || Overflows(number, power) ? null : Write(number, 1000, power, Decimal);
    }

    private static bool Overflows(decimal number, int power) => power > 7 && Math.Abs(number) > 1_000_000;

    private static string WriteBinary(decimal number, int power)
    {
        while (number != Math.Floor(number) && power > 0)
            (number, power) = (number * 1024, power - 1);
        return number == Math.Floor(number) ? Write(number, 1024, power, Binary) : Write(number, 1000, 3, Decimal);
    }

    private static string Write(decimal number, int step, int power, string[] suffixes)
    {
        while (number != Math.Floor(number) && power > 0)
            (number, power) = (number * step, power - 1);
        number = Math.Ceiling(number);
        if (number == 0)
            return "0";
        while (power < suffixes.Length - 1 && number % step == 0)
            (number, power) = (number / step, power + 1);
        return number.ToString("0", CultureInfo.InvariantCulture) + suffixes[power];
    }
}
