using System.Globalization;
using System.Text;

namespace ScribanEdition.Builtins;

/// <summary>The letters of date patterns and what they stand for in .NET's own.</summary>
internal static class DatePatterns
{
    /// <summary>What a letter gives for a date; null for a letter that has no meaning.</summary>
    public static string Format(char letter, DateTime date, CultureInfo culture) => letter switch
    {
        'C' => (date.Year / 100).ToString("D2", culture),
        'e' or 'k' or 'l' => date.ToString(Net(letter), culture).PadLeft(2),
        'B' => date.ToString("MMMM", culture),
        'j' => date.DayOfYear.ToString("D3", culture),
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        's' => ((date.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond).ToString(culture),
        'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(culture),
        'w' => ((int)date.DayOfWeek).ToString(culture),
        'U' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday),
        'V' => Week(date, culture, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'W' => Week(date, culture, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday),
        'v' => string.Format(
            CultureInfo.InvariantCulture,
            "{0,2}-{1}-{2:D4}",
            date.Day,
            date.ToString("MMM", CultureInfo.InvariantCulture).ToUpper(CultureInfo.CurrentCulture),
            date.Year),
        _ => Net(letter) is { } format ? date.ToString(format, culture) : null,
    };

    /// <summary>A whole pattern for parsing; the culture is left aside from <c>%g</c> on.</summary>
    public static string ToParse(string pattern, CultureInfo culture, out CultureInfo effective)
    {
        effective = culture;
        if (pattern is null)
            return null;
        var format = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                format.Append(pattern[i]);
                continue;
            }
            var letter = pattern[++i];
            if (letter == 'g')
                effective = CultureInfo.InvariantCulture;
            else if ("Cjnstu%UvVWw".Contains(letter, StringComparison.Ordinal))
                throw new ArgumentException($"The pattern %{letter} is not supported for the parse method", nameof(pattern));
            else
                format.Append(Net(letter) ?? "%" + letter);
        }
        return format.ToString();
    }

    private static string Week(DateTime date, CultureInfo culture, CalendarWeekRule rule, DayOfWeek first) =>
        culture.Calendar.GetWeekOfYear(date, rule, first).ToString("D2", culture);

    private static string Net(char letter) => letter switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'B' or 'h' => "MMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff00",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };
}
