using JupyterHub.Pipeline.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>
/// Builds nodes from the parser's events. What a deserialiser would do silently (aliases without end, custom tags, keys given twice) is
/// a problem here.
/// </summary>
internal sealed class YamlDocumentReader(SourceDocument document, ICollection<Problem> problems)
{
    private const int DepthLimit = 64;
    private const int NodeLimit = 20_000;

    private readonly Dictionary<string, SourceNode> _anchors = new(StringComparer.Ordinal);
    private int _nodes;
    private SourcePosition? _last;

    /// <summary>The only document of <paramref name="text"/>, or <see langword="null"/> when there is none that can be used.</summary>
    public SourceMapping? Read(string text)
    {
        if (ControlCharacter(text) is { } control)
        {
            Report(control, "holds a control character or an unusual line break; in double quotes it can be written as \\u0085");
            return null;
        }
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                Report(new SourcePosition(document, 1, 1), "is empty");
                return null;
            }
            var root = ReadNode(parser, depth: 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
                Report(At(second.Start), "begins a second document; a file holds one");
            return root as SourceMapping ?? NotMapping(root);
        }
        catch (YamlException exception)
        {
            Report(Tab(text, exception) ?? At(exception.Start), "is not valid YAML: " + Plain(exception.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner's own slip on some broken input, such as a flow list that is never closed.
            Report(_last ?? new SourcePosition(document, 1, 1), "is not valid YAML after this place, perhaps for want of a closing bracket or quote");
        }
        catch (TooLargeException exception)
        {
            problems.Add(new Problem(EnvironmentProblems.TooLarge, exception.Message) { Location = exception.Position.ToString() });
        }
        return null;
    }

    private SourceNode ReadNode(IParser parser, int depth)
    {
        var position = At(parser.Current!.Start);
        _last = position;
        if (depth > DepthLimit)
            throw new TooLargeException(position, $"The file nests deeper than {DepthLimit} levels");
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return ReadAlias(alias, position);
        Count(1, position);
        var start = (NodeEvent)parser.Current;
        CheckTag(start, position);
        SourceNode node = start switch
        {
            Scalar => ReadScalar(parser, position),
            SequenceStart => ReadSequence(parser, position, depth),
            _ => ReadMapping(parser, position, depth),
        };
        // Registered only now: an alias inside its own anchor finds nothing and is refused.
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = node;
        return node;
    }

    private static SourceScalar ReadScalar(IParser parser, SourcePosition position)
    {
        var scalar = parser.Consume<Scalar>();
        return new SourceScalar(position, scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty);
    }

    private SourceSequence ReadSequence(IParser parser, SourcePosition position, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<SourceNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));
        return new SourceSequence(position, items);
    }

    private SourceMapping ReadMapping(IParser parser, SourcePosition position, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<SourceEntry>();
        var merged = new List<SourceMapping>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1);
            var value = ReadNode(parser, depth + 1);
            if (key is not SourceScalar { IsNull: false } name)
                Report(key.Position, $"has {key.Kind} for a key; keys are text");
            else if (name.Text == "<<")
                merged.AddRange(Merged(value));
            else if (entries.Find(entry => entry.Key == name.Text) is { } first)
                Duplicate(name, first);
            else
                entries.Add(new SourceEntry(name.Text, name.Position, value is SourceMapping section ? section.At(name.Position) : value));
        }
        foreach (var entry in merged.SelectMany(mapping => mapping.Entries))
        {
            if (!entries.Exists(present => present.Key == entry.Key))
                entries.Add(entry);
        }
        return new SourceMapping(position, entries);
    }

    // The merge key, https://yaml.org/type/merge.html: one mapping or a list of them, of which the earlier wins.
    private IEnumerable<SourceMapping> Merged(SourceNode value)
    {
        var nodes = value is SourceSequence list ? list.Items : [value];
        foreach (var node in nodes)
        {
            if (node is SourceMapping mapping)
                yield return mapping;
            else
                Report(node.Position, $"merges {node.Kind}; '<<' takes a section or a list of sections");
        }
    }

    private SourceNode ReadAlias(AnchorAlias alias, SourcePosition position)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            Report(position, $"refers to the anchor '{alias.Value.Value}', which no complete value before it has");
            return new SourceScalar(position, "", plain: true);
        }
        Count(node.Size, position);
        return node;
    }

    private void Count(int nodes, SourcePosition position)
    {
        _nodes += nodes;
        if (_nodes > NodeLimit)
            throw new TooLargeException(position, $"The file holds more than {NodeLimit} values, aliases counted each time");
    }

    private void CheckTag(NodeEvent node, SourcePosition position)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && node.Tag.Value is not ("tag:yaml.org,2002:str" or "tag:yaml.org,2002:seq" or "tag:yaml.org,2002:map"))
            Report(position, $"has the tag '{node.Tag.Value}'; an environment has no tags");
    }

    private void Duplicate(SourceScalar key, SourceEntry first) =>
        problems.Add(new Problem(EnvironmentProblems.DuplicateKey, $"'{key.Text}' is given twice; it stands already in line {first.KeyPosition.Line}")
        {
            Location = key.Position.ToString(),
        });

    private SourceMapping? NotMapping(SourceNode root)
    {
        Report(root.Position, root.IsNull ? "is empty" : $"is {root.Kind}; an environment is a section of keys");
        return null;
    }

    private void Report(SourcePosition position, string what) =>
        problems.Add(new Problem(EnvironmentProblems.InvalidYaml, $"The file {what}") { Location = position.ToString() });

    private SourcePosition At(Mark mark) => new(document, (int)mark.Line, (int)mark.Column);

    // The scanner says where the mapping begins rather than where the tab is.
    private SourcePosition? Tab(string text, YamlException exception)
    {
        if (!exception.Message.Contains("tab", StringComparison.Ordinal))
            return null;
        var line = text.Split('\n').Index().FirstOrDefault(line => line.Item.TrimStart(' ').StartsWith('\t'));
        return line.Item is null ? null : new SourcePosition(document, line.Index + 1, line.Item.IndexOf('\t') + 1);
    }

    private SourcePosition? ControlCharacter(string text)
    {
        var line = 1;
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n')
                (line, start) = (line + 1, index + 1);
            else if (text[index] is (< ' ' and not ('\t' or '\r')) or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029')
                return new SourcePosition(document, line, index - start + 1);
        }
        return null;
    }

    // The parser puts positions of its own before the message.
    private static string Plain(string message)
    {
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return end < 0 ? message : message[(end + 3)..];
    }

    private sealed class TooLargeException(SourcePosition position, string message) : Exception(message)
    {
        public SourcePosition Position => position;
    }
}
