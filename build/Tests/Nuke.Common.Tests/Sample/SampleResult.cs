using System.Text.RegularExpressions;

namespace Nuke.Common.Tests.Sample;

/// <summary>What a run of the sample build wrote, and its exit code.</summary>
public sealed record SampleResult(int ExitCode, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>The messages of log lines, in order.</summary>
    public IReadOnlyList<string> Messages =>
        Lines.Select(x => Regex.Match(x, @"^\d\d:\d\d:\d\d \[\w{3}\] (.*)$")).Where(x => x.Success).Select(x => x.Groups[1].Value).ToList();

    /// <summary>The rows of the summary: target and status.</summary>
    public IReadOnlyList<string> Summary => Lines
        .SkipWhile(x => !x.StartsWith("Target  ", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(x => !x.StartsWith('─'))
        .Select(x => string.Join(' ', x.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)))
        .ToList();
}
