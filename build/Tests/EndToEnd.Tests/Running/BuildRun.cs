using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>A run of the build that has ended.</summary>
internal sealed partial record BuildRun(int ExitCode, IReadOnlyList<string> Lines)
{
    public string Output => string.Join('\n', Lines);

    /// <summary>The targets of the final table with their states.</summary>
    public IReadOnlyDictionary<string, string> Targets => Lines
        .Select(line => TableRow().Match(line))
        .Where(match => match.Success)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>What the summary says behind a name.</summary>
    public string Summary(string name) =>
        Lines.Select(line => SummaryRow().Match(line)).FirstOrDefault(match => match.Success && match.Groups[1].Value == name)?.Groups[2].Value
        ?? throw new ShouldAssertException($"the summary says nothing of '{name}':\n{Output}");

    /// <summary>The codes of the problems, in the order in which they are told.</summary>
    public IReadOnlyList<string> Codes => [.. Lines.SelectMany(line => Code().Matches(line)).Select(match => match.Value)];

    public BuildRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        ShouldBeFreeOfStackTraces();
        return this;
    }

    /// <summary>It failed with this problem, told with its next step, and as a problem, not as a bug.</summary>
    public BuildRun ShouldFail(string code)
    {
        ExitCode.ShouldNotBe(0, Output);
        Codes.ShouldContain(code, Output);
        Lines.ShouldContain(line => line.TrimStart().StartsWith("next:"), Output);
        return ShouldBeFreeOfStackTraces();
    }

    public BuildRun ShouldBeFreeOfStackTraces()
    {
        Lines.ShouldNotContain(line => StackFrame().IsMatch(line), Output);
        Output.ShouldNotContain("Unhandled exception");
        Output.ShouldNotContain("nobody foresaw");
        return this;
    }

    public BuildRun ShouldSay(params string[] texts)
    {
        foreach (var text in texts)
            Output.ShouldContain(text);
        return this;
    }

    [GeneratedRegex(@"^(\w+) +(Succeeded|Failed|Aborted|NotRun|Skipped)\b")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^  (\S+(?: \S+)*)  +(\S.*)$")]
    private static partial Regex SummaryRow();

    [GeneratedRegex(@"HUB\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s+at \S+[.(]")]
    private static partial Regex StackFrame();
}
