namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines and comments of a generated configuration file.</summary>
public class CustomFileWriter
{
    private readonly StreamWriter _streamWriter;
    private readonly int _indentationFactor;
    private readonly string _commentPrefix;
    private int _indentation;

    public CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
    {
        _streamWriter = streamWriter;
        _indentationFactor = indentationFactor;
        _commentPrefix = commentPrefix;
    }

    public void WriteLine(string text = null) =>
        _streamWriter.WriteLine(text is null ? string.Empty : text.Indent(_indentation * _indentationFactor));

    public void WriteComment(string text = null) => WriteLine($"{_commentPrefix} {text}".TrimEnd());

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _indentation++, () => _indentation--);
}
