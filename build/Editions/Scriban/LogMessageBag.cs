using System.Collections;
using System.Text;
using Scriban.Parsing;

namespace Scriban;

/// <summary>All problems of a template, in the order in which they were met.</summary>
public class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    public int Count => _messages.Count;

    public LogMessage this[int index] => _messages[index];

    public bool HasErrors { get; private set; }

    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    public void AddRange(IEnumerable<LogMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
            Add(message);
    }

    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var message in _messages)
            text.AppendLine(message.ToString());
        return text.ToString();
    }
}
