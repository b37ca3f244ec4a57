using System.Globalization;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>When each target said its first and its last, from the time stamps of <c>build.log</c>.</summary>
internal sealed partial class TargetTimes(string log)
{
    private readonly Dictionary<string, List<TimeSpan>> _times = log.Split('\n')
        .Select(line => Line().Match(line))
        .Where(match => match.Success)
        .GroupBy(match => match.Groups[2].Value)
        .ToDictionary(group => group.Key, group => group.Select(match => TimeSpan.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList());

    public IEnumerable<string> Targets => _times.Keys;

    /// <summary>Whether each of the two spoke before the other had said its last.</summary>
    public bool Overlap(string one, string other) =>
        _times[one].Min() < _times[other].Max() && _times[other].Min() < _times[one].Max();

    [GeneratedRegex(@"^(\d\d:\d\d:\d\d\.\d{3}) \| \w \| (\w+) +\| ")]
    private static partial Regex Line();
}
