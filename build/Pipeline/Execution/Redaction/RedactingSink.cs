using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Hands log events on without the secrets in their text, properties and exceptions.</summary>
internal sealed class RedactingSink(ILogEventSink inner, Redactor redactor) : ILogEventSink
{
    private static readonly MessageTemplateParser Parser = new();

    public void Emit(LogEvent logEvent) => inner.Emit(Redact(logEvent));

    internal LogEvent Redact(LogEvent logEvent)
    {
        var exception = logEvent.Exception is { } original ? redactor.Redact(original) : null;
        var properties = logEvent.Properties.Select(property => new LogEventProperty(property.Key, Redact(property.Value))).ToList();
        if (ReferenceEquals(exception, logEvent.Exception)
            && !redactor.Affects(logEvent.RenderMessage())
            && properties.TrueForAll(property => ReferenceEquals(property.Value, logEvent.Properties[property.Name])))
            return logEvent;

        var redacted = new LogEvent(logEvent.Timestamp, logEvent.Level, exception, Parser.Parse(redactor.Redact(logEvent.MessageTemplate.Text)), properties);
        var message = redacted.RenderMessage();
        if (!redactor.Affects(message))
            return redacted;
        // The secret shows only when template and values are put together.
        var text = new LogEventProperty("Message", new ScalarValue(redactor.Redact(message)));
        return new LogEvent(logEvent.Timestamp, logEvent.Level, exception, Parser.Parse("{Message:l}"), [.. properties.Where(property => property.Name != text.Name), text]);
    }

    private LogEventPropertyValue Redact(LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: string text }:
                var redacted = redactor.Redact(text);
                return ReferenceEquals(redacted, text) ? value : new ScalarValue(redacted);
            case ScalarValue { Value: { } other } when other is not (ValueType or Type):
                var rendered = other.ToString() ?? "";
                return redactor.Affects(rendered) ? new ScalarValue(redactor.Redact(rendered)) : value;
            case SequenceValue sequence:
                var elements = sequence.Elements.Select(Redact).ToList();
                return elements.SequenceEqual(sequence.Elements, ReferenceEqualityComparer.Instance) ? value : new SequenceValue(elements);
            case StructureValue structure:
                var members = structure.Properties.Select(member => new LogEventProperty(member.Name, Redact(member.Value))).ToList();
                return members.Zip(structure.Properties).All(pair => ReferenceEquals(pair.First.Value, pair.Second.Value)) ? value : new StructureValue(members, structure.TypeTag);
            case DictionaryValue dictionary:
                var entries = dictionary.Elements.ToDictionary(entry => entry.Key, entry => Redact(entry.Value));
                return entries.All(entry => ReferenceEquals(entry.Value, dictionary.Elements[entry.Key])) ? value : new DictionaryValue(entries);
            default:
                return value;
        }
    }
}
