using System.Globalization;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>Durations as Go writes them and Kubernetes' custom resources take them: <c>87600h</c>, <c>1h30m</c>, <c>500ms</c>.</summary>
internal static class GoDuration
{
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var total = TimeSpan.Zero;
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
                position++;
            var unitStart = position;
            while (position < text.Length && char.IsAsciiLetter(text[position]))
                position++;
            if (!double.TryParse(text[start..unitStart], CultureInfo.InvariantCulture, out var value) || Unit(text[unitStart..position]) is not { } unit)
                return null;
            total += value * unit;
        }
        return total;
    }

    private static TimeSpan? Unit(string unit) => unit switch
    {
        "h" => TimeSpan.FromHours(1),
        "m" => TimeSpan.FromMinutes(1),
        "s" => TimeSpan.FromSeconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        "us" => TimeSpan.FromMicroseconds(1),
        _ => null,
    };
}
