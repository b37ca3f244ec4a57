using System.Globalization;
using System.Text;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>Renders the live display: a line per running target and one that counts the others.</summary>
internal static class StatusLines
{
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    /// <param name="targets">Running targets, and failed ones whose log is still to come.</param>
    /// <param name="done">How many targets have ended.</param>
    /// <param name="waiting">How many have not started.</param>
    /// <param name="width">Columns of the terminal. A line that wrapped could not be erased, so each is cut.</param>
    /// <param name="height">Rows of the terminal; the display takes half of them at most.</param>
    /// <param name="tick">Advances the spinner.</param>
    public static IReadOnlyList<string> Render(IReadOnlyList<TargetStatus> targets, int done, int waiting, int width, int height, int tick)
    {
        if (targets.Count is 0)
            return [];
        var shown = targets.Take(Math.Max(1, (height / 2) - 1)).ToList();
        var names = shown.Max(target => target.Target.Length);
        List<string> lines = ["", .. shown.Select(target => Line(target, names, width, Frames[tick % Frames.Length]))];
        var more = targets.Count > shown.Count ? $" · {targets.Count - shown.Count} more" : "";
        lines.Add(Ansi.Paint(Cut($"  {targets.Count(target => !target.Failed)} running{more} · {done} done · {waiting} waiting", width), Ansi.Dim));
        return lines;
    }

    /// <summary>Minutes and seconds, as in NUKE's table: <c>1:05</c>.</summary>
    public static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    private static string Line(TargetStatus target, int names, int width, char frame)
    {
        var mark = target.Failed ? '✗' : frame;
        var plain = Cut($"{mark} {target.Target.PadRight(names)} {Clock(target.Elapsed),6}  {(target.Failed ? "failed" : target.Waiting)}".TrimEnd(), width);
        var head = Math.Min(plain.Length, names + 2);
        return Ansi.Paint(plain[..head], target.Failed ? Ansi.Error : Ansi.Information) + plain[head..];
    }

    private static string Cut(string text, int width)
    {
        var columns = 0;
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // One column is left free: writing into the last one wraps on some terminals.
            columns += IsWide(rune) ? 2 : 1;
            if (columns >= width)
            {
                if (cut.Length > 0)
                    cut[^1] = '…';
                break;
            }
            cut.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return cut.ToString();
    }

    // East Asian Wide and Fullwidth, as far as they are likely in names.
    private static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF;
}
