using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>Tells the results: a table for people, a file for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Say(Machine machine)
    {
        Console.Out.WriteLine($"{machine.System}, {machine.Runtime}, {machine.Cores} cores{(machine.Load is { } load ? $", load {load}" : "")}");
        Console.Out.WriteLine("Each command is run in turn from a process of its own, which takes the time and asks the kernel for memory and processor time.");
    }

    public static void Write(string path, Machine machine, IReadOnlyList<Measure> measures)
    {
        foreach (var line in Table(measures))
            Console.Out.WriteLine(line);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(new { machine, measures }, Readable) + "\n");
        Console.Out.WriteLine($"\n{path}");
    }

    private static IEnumerable<string> Table(IReadOnlyList<Measure> measures)
    {
        List<string[]> rows =
        [
            ["", "median", "least", "most", "runs", "budget", ""],
            .. measures.Select(x => new[]
            {
                x.Name, Value(x.Median, x), Value(x.Samples.Min(), x), Value(x.Samples.Max(), x), $"{x.Samples.Count}",
                x.Budget is { } budget ? $"{budget.ToString(CultureInfo.InvariantCulture)} {x.Unit}".TrimEnd() : "", x.Met switch { true => "met", false => "not met", null => "" },
            }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column is 0 or 6 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private static string Value(double value, Measure measure) => measure switch
    {
        { Unit: "s" } => value.ToString("0.00 s", CultureInfo.InvariantCulture),
        { Unit: "MB" } => value.ToString("0 MB", CultureInfo.InvariantCulture),
        { Unit: "×" } => value.ToString("0.0×", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };
}
