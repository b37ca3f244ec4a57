using System.Text;

namespace JupyterHub.Pipeline.Reporting;

/// <summary>
/// The one place where text reaches the standard output. Takes the secrets and, where there are none, the colours out of it, and keeps
/// a few status lines below everything else on a terminal. Installed as <see cref="Console.Out"/>, so NUKE's own output passes it too.
/// </summary>
public sealed class ConsoleScreen(TextWriter output, ConsoleCapabilities capabilities, Func<string, string> redact, TimeProvider time) : TextWriter
{
    // A target that prints thousands of lines must not make the terminal draw as many status blocks.
    private static readonly TimeSpan BetweenDraws = TimeSpan.FromMilliseconds(60);

    private readonly StringBuilder _line = new();
    private Func<IReadOnlyList<string>>? _status;
    private int _drawn;
    private long _drawnAt;
    private bool _closed;

    public ConsoleCapabilities Capabilities { get; } = capabilities;

    public override Encoding Encoding => output.Encoding;

    /// <summary>
    /// What is locked: once installed, the console's own writer, which the runtime locks as well, be it to write or to ask for the window's size.
    /// Two locks would sooner or later be taken in both orders.
    /// </summary>
    internal object Gate { get; set; } = new();

    /// <summary>Where lines go that were written by a target's own code; they pass when null or when it says no.</summary>
    internal Func<string, bool>? Divert { get; set; }

    /// <summary>Shows status lines below the output from now on; null takes them away. Without a live terminal there are none.</summary>
    public void ShowStatus(Func<IReadOnlyList<string>>? status)
    {
        lock (Gate)
        {
            Erase();
            _status = Capabilities.Live ? status : null;
            Draw();
        }
    }

    /// <summary>Draws the status lines anew.</summary>
    public void Refresh()
    {
        lock (Gate)
        {
            if (_status is null || _line.Length > 0)
                return;
            Erase();
            Draw();
        }
    }

    /// <summary>Takes the status lines away for good and writes what is left.</summary>
    public void Finish()
    {
        lock (Gate)
        {
            Erase();
            _status = null;
            _closed = true;
            if (_line.Length > 0)
                Put(TakeLine());
            output.Flush();
        }
    }

    public override void Write(char value) => Append([value]);

    public override void Write(string? value) => Append(value);

    public override void Write(char[] buffer, int index, int count) => Append(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Append(buffer);

    public override void WriteLine() => Append("\n");

    public override void WriteLine(string? value) => Append(value + "\n");

    public override void Flush()
    {
        lock (Gate)
            output.Flush();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (Divert is { } divert && TryDivert(text, divert))
            return;
        lock (Gate)
        {
            var erased = false;
            while (text.IndexOf('\n') is var end and >= 0)
            {
                if (!erased)
                    Erase();
                erased = true;
                _line.Append(text[..end]);
                Put(TakeLine() + Environment.NewLine);
                text = text[(end + 1)..];
            }
            _line.Append(text);
            // A prompt has to appear before its line is complete; below it nothing is drawn.
            if (_line.Length > 0 && (_status is null || _closed))
                Put(TakeLine());
            if (erased && time.GetElapsedTime(_drawnAt) >= BetweenDraws)
                Draw();
            output.Flush();
        }
    }

    private static bool TryDivert(ReadOnlySpan<char> text, Func<string, bool> divert)
    {
        var lines = text.ToString();
        return divert(lines.EndsWith('\n') ? lines[..^1] : lines);
    }

    private string TakeLine()
    {
        var line = _line.ToString();
        _line.Clear();
        return line;
    }

    private void Put(string text)
    {
        text = redact(text);
        output.Write(Capabilities.Color ? text : Ansi.WithoutColor(text));
    }

    private void Erase()
    {
        if (_drawn > 0)
            output.Write(Ansi.LinesUp(_drawn - 1) + Ansi.EraseBelow);
        _drawn = 0;
    }

    private void Draw()
    {
        if (_status?.Invoke() is not { Count: > 0 } lines)
            return;
        output.Write(string.Join('\n', lines.Select(line => redact(Capabilities.Color ? line : Ansi.WithoutColor(line)))));
        output.Flush();
        _drawn = lines.Count;
        _drawnAt = time.GetTimestamp();
    }
}
