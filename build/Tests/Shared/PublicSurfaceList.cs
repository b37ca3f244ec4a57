namespace Editions.Tests;

/// <summary>
/// A package's list, asked line by line whether the package has what an edition declares. An edition may implement fewer of a
/// type's interfaces. A list may leave types out that its own members mention (generated models): of those it says no more than
/// that they exist, so their members cannot be checked by it.
/// </summary>
internal sealed class PublicSurfaceList
{
    private readonly HashSet<string> _lines;
    private readonly Dictionary<string, (string Kind, HashSet<string> Bases)> _headers = [];
    private readonly HashSet<string> _mentioned;
    private readonly HashSet<string> _described = [];

    public PublicSurfaceList(IEnumerable<string> lines)
    {
        _lines = [.. lines];

        foreach (var header in _lines.Select(Header.Parse).OfType<Header>())
            _headers[header.Type] = (header.Kind, [.. header.Bases]);

        foreach (var line in _lines.Where(line => Header.Parse(line) is null))
            _described.Add(TypeOf(line));

        _mentioned = [.. _lines.SelectMany(line => line.Split([' ', ',', '(', ')', '<', '>', '[', ']'], StringSplitOptions.RemoveEmptyEntries))];
    }

    public bool Has(string line)
    {
        if (_lines.Contains(line))
            return true;

        if (Header.Parse(line) is not { } header)
            return !_headers.ContainsKey(TypeOf(line)) && !_described.Contains(TypeOf(line)) && _mentioned.Contains(TypeOf(line));

        return _headers.TryGetValue(header.Type, out var listed)
            ? listed.Kind == header.Kind && listed.Bases.IsSupersetOf(header.Bases)
            : _mentioned.Contains(header.Type) || _described.Contains(header.Type);
    }

    /// <summary>The type of a member's line: what is before the last dot of its name.</summary>
    private static string TypeOf(string line)
    {
        var name = line[..line.IndexOfAny(['(', ' '])];
        return name[..name.LastIndexOf('.')];
    }

    private sealed record Header(string Type, string Kind, string[] Bases)
    {
        private static readonly string[] Kinds =
            ["interface", "enum", "struct", "static class", "abstract class", "sealed class", "class"];

        public static Header? Parse(string line) => line.Split(" : ") is [var type, var kind, .. var bases] && Kinds.Contains(kind)
            ? new Header(type, kind, bases is [var names] ? Split(names) : [])
            : null;

        // Commas inside type arguments separate nothing here.
        private static string[] Split(string bases)
        {
            var depth = 0;
            return [.. bases
                .Select(c =>
                {
                    depth += c is '<' ? 1 : c is '>' ? -1 : 0;
                    return c is ',' && depth == 0 ? '\n' : c;
                })
                .Aggregate(string.Empty, (text, c) => text + c)
                .Split('\n', StringSplitOptions.TrimEntries)];
        }
    }
}
