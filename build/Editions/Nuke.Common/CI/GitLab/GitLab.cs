using System.Globalization;
using Nuke.Common.Execution.Theming;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitLab;

/// <summary>GitLab CI. A target's output is a section of the job log, collapsed until somebody opens it.</summary>
[CI]
public partial class GitLab : Host, IBuildServer
{
    private const string ClearLine = "\u001b[0K";

    private readonly Action<string> _output;

    internal GitLab()
        : this(ConsoleOutput.WriteLine)
    {
    }

    internal GitLab(Action<string> output) => _output = output;

    public static new GitLab Instance => Host.Instance as GitLab;

    string IBuildServer.Branch => CommitRefName;

    string IBuildServer.Commit => CommitSha;

    internal static bool IsRunningGitLab => EnvironmentInfo.HasVariable("GITLAB_CI");

    internal override HostTheme Theme => AnsiHostTheme.Default;

    public void BeginSection(string text, bool collapsed = true) => WriteMarker(
        "section_start",
        $"{text.GetMD5Hash()}[collapsed={(collapsed ? "true" : "false")}]",
        text);

    public void EndSection(string text) => WriteMarker("section_end", text.GetMD5Hash(), string.Empty);

    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => BeginSection(text), () => EndSection(text));

    /// <summary>See GitLab's documentation of custom collapsible sections.</summary>
    private void WriteMarker(string kind, string section, string text)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _output($"{ClearLine}{kind}:{timestamp}:{section}\r{ClearLine}{text}");
    }
}
