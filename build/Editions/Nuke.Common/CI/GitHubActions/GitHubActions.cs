using Newtonsoft.Json.Linq;
using Nuke.Common.Execution.Theming;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>GitHub Actions. A target's output is a group of the job log; warnings and errors become annotations.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly Lazy<JObject> _event;

    internal GitHubActions() => _event = new Lazy<JObject>(() => JObject.Parse(File.ReadAllText(EventPath)));

    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    /// <summary>The event that started the workflow.</summary>
    public JObject GitHubEvent => _event.Value;

    public bool IsPullRequest => EventName == "pull_request";

    public int? PullRequestNumber => GitHubEvent.Value<int?>("number");

    public string PullRequestAction => GitHubEvent.Value<string>("action");

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    internal static bool IsRunningGitHubActions => EnvironmentInfo.HasVariable("GITHUB_ACTIONS");

    internal override HostTheme Theme => AnsiHostTheme.Default;

    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Writes a workflow command, <c>::name key=value::message</c>, escaped as the runner's toolkit does.</summary>
    public void WriteCommand(
        string command,
        string message = null,
        Configure<Dictionary<string, object>> dictionaryConfigurator = null)
    {
        var parameters = dictionaryConfigurator.InvokeSafe([])
            .Select(x => $"{x.Key}={Escape(x.Value.ToString()).Replace(":", "%3A").Replace(",", "%2C")}")
            .JoinCommaSpace();
        ConsoleOutput.WriteLine(parameters.Length == 0
            ? $"::{command}::{Escape(message)}"
            : $"::{command} {parameters}::{Escape(message)}");
    }

    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    /// <summary>Workflow commands in messages go to the runner as they are.</summary>
    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWith("::", StringComparison.Ordinal) && !message.StartsWith("##[", StringComparison.Ordinal))
            return false;

        ConsoleOutput.WriteLine(message);
        return true;
    }

    private static string Escape(string text) => text?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");
}
