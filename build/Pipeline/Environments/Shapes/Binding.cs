using System.Text;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>What is learned while an environment is read: where each value stands, and every problem.</summary>
internal sealed class Binding(ISectionShape root)
{
    private readonly Dictionary<string, string> _locations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _invalid = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _warnings = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public IReadOnlyList<Problem> Warnings => _warnings;

    public IReadOnlyDictionary<string, string> Locations => _locations;

    public int ProblemCount => _problems.Count;

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Text as a message shows it: short, in quotes, on one line.</summary>
    public static string Quoted(string text, char quote = '\'')
    {
        var shown = new StringBuilder().Append(quote);
        foreach (var character in text.Length > 80 ? text[..79] + '…' : text)
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
                shown.Append($"\\u{(int)character:x4}");
            else
                shown.Append(character);
        }
        return shown.Append(quote).ToString();
    }

    public void Locate(string path, SourcePosition position) => _locations[path] = position.ToString();

    /// <summary>Reports a problem with the value at <paramref name="path"/>, named by that path.</summary>
    public void Report(ProblemCode code, string path, SourcePosition position, string what) =>
        Add(code, path, position.ToString(), what);

    /// <summary>Reports a problem found by a rule, where the value at <paramref name="path"/> stands.</summary>
    /// <param name="alternative">The value whose place is given when there is none at <paramref name="path"/>.</param>
    public void Report(ProblemCode code, string path, string what, string? nextStep = null, string? alternative = null) =>
        Add(code, path, new SourceMap(_locations).LocationOf(alternative is null || _locations.ContainsKey(path) ? path : alternative), what, nextStep);

    /// <summary>Reports what is no reason to refuse the environment.</summary>
    public void Warn(ProblemCode code, string path, string what) =>
        _warnings.Add(new Problem(code, $"{path} {what}") { Location = new SourceMap(_locations).LocationOf(path) });

    public void Missing(string path, SourcePosition position, string description) =>
        Add(EnvironmentProblems.MissingValue, path, position.ToString(), $"is missing: {char.ToLowerInvariant(description[0])}{description[1..].TrimEnd('.')}");

    public void Unknown(string path, SourceEntry entry, ISectionShape section)
    {
        var names = section.Keys.Select(key => key.Name).ToList();
        var elsewhere = Places(root, "").FirstOrDefault(place => place.EndsWith("." + entry.Key, StringComparison.Ordinal) || place == entry.Key);
        var hint = NearestName.Of(entry.Key, names) is { } nearest ? $"; did you mean '{nearest}'?"
            : elsewhere is not null ? $"; did you mean {elsewhere}?"
            : "";
        Add(EnvironmentProblems.UnknownKey, Join(path, entry.Key), entry.KeyPosition.ToString(),
            $"is unknown{hint}", $"{(path.Length == 0 ? "An environment" : path)} has the keys {string.Join(", ", names)}");
    }

    /// <summary>Whether nothing is known to be wrong with the value at <paramref name="path"/>, what it holds, and what holds it.</summary>
    public bool IsSound(string path) => !_invalid.Any(wrong => wrong == path || Holds(wrong, path) || Holds(path, wrong));

    private static bool Holds(string outer, string inner) =>
        outer.Length == 0 || (inner.StartsWith(outer, StringComparison.Ordinal) && inner.Length > outer.Length && inner[outer.Length] is '.' or '[');

    private static IEnumerable<string> Places(ISectionShape section, string path) => section.Keys.SelectMany(key =>
    {
        var place = Join(path, key.Name);
        return key.Section is { } inner ? Places(inner, place).Prepend(place) : [place];
    });

    private void Add(ProblemCode code, string path, string? location, string what, string? nextStep = null)
    {
        _invalid.Add(path);
        _problems.Add(new Problem(code, path.Length == 0 ? $"The environment {what}" : $"{path} {what}") { Location = location, NextStep = nextStep });
    }
}
