using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>One glob, matched segment by segment so that only directories which can match are read.</summary>
internal sealed class GlobPattern
{
    private readonly string[] _segments;
    private readonly RegexOptions _options;
    private readonly Dictionary<string, Regex> _expressions = [];

    public GlobPattern(string pattern, bool ignoreCase)
    {
        _segments = pattern.Split(PathRoot.AllSeparators, StringSplitOptions.RemoveEmptyEntries);
        _options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
    }

    public IEnumerable<string> Files(string root) => Find(root, 0, Directory.EnumerateFiles).Distinct();

    public IEnumerable<string> Directories(string root) => Find(root, 0, Directory.EnumerateDirectories).Distinct();

    private IEnumerable<string> Find(string directory, int index, Func<string, IEnumerable<string>> enumerate)
    {
        if (!Directory.Exists(directory) || index >= _segments.Length)
            return [];

        var segment = _segments[index];
        var isLast = index == _segments.Length - 1;

        if (segment == "**")
        {
            var below = Directory.EnumerateDirectories(directory).Order().SelectMany(x => Find(x, index, enumerate));
            var here = isLast ? enumerate(directory).Order() : Find(directory, index + 1, enumerate);
            return here.Concat(below);
        }

        if (segment is "." or "..")
            return Find(Path.GetFullPath(Path.Combine(directory, segment)), index + 1, enumerate);

        return isLast
            ? enumerate(directory).Where(x => Matches(segment, x)).Order()
            : Directory.EnumerateDirectories(directory).Where(x => Matches(segment, x)).Order().SelectMany(x => Find(x, index + 1, enumerate));
    }

    private bool Matches(string segment, string path)
    {
        if (!_expressions.TryGetValue(segment, out var expression))
            _expressions[segment] = expression = new Regex($"^{Translate(segment)}$", _options);
        return expression.IsMatch(Path.GetFileName(path));
    }

    private static string Translate(string segment)
    {
        var depth = 0;
        var builder = new StringBuilder();
        for (var i = 0; i < segment.Length; i++)
        {
            var character = segment[i];
            builder.Append(character switch
            {
                '*' => ".*",
                '?' => ".",
                '{' when ++depth > 0 => "(?:",
                '}' when depth > 0 && depth-- > 0 => ")",
                ',' when depth > 0 => "|",
                '[' when segment.IndexOf(']', i) is var end and > 0 => CharacterClass(segment[(i + 1)..end], ref i),
                _ => Regex.Escape(character.ToString())
            });
        }

        return builder.ToString();
    }

    private static string CharacterClass(string characters, ref int index)
    {
        index += characters.Length + 1;
        var negated = characters.StartsWith('!');
        var set = (negated ? characters[1..] : characters).Replace("\\", "\\\\").Replace("^", "\\^");
        return negated ? $"[^{set}]" : $"[{set}]";
    }
}
