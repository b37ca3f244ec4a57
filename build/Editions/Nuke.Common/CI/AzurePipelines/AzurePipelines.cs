using Nuke.Common.Execution.Theming;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.CI.AzurePipelines;

/// <summary>Azure Pipelines. A target's output is a group of the job log; warnings and errors become issues.</summary>
public partial class AzurePipelines : Host, IBuildServer
{
    private readonly Action<string> _output;

    internal AzurePipelines()
        : this(ConsoleOutput.WriteLine)
    {
    }

    internal AzurePipelines(Action<string> output) => _output = output;

    public static new AzurePipelines Instance => Host.Instance as AzurePipelines;

    string IBuildServer.Branch => SourceBranch;

    string IBuildServer.Commit => SourceVersion;

    internal static bool IsRunningAzurePipelines => EnvironmentInfo.HasVariable("TF_BUILD");

    /// <summary>The service's log viewer knows the sixteen basic colours.</summary>
    internal override HostTheme Theme { get; } = new AnsiHostTheme(new Dictionary<ThemeStyle, string>
    {
        [ThemeStyle.Text] = string.Empty,
        [ThemeStyle.SecondaryText] = "\u001b[90m",
        [ThemeStyle.TertiaryText] = "\u001b[90m",
        [ThemeStyle.Invalid] = "\u001b[46;1m",
        [ThemeStyle.Value] = "\u001b[36;1m",
        [ThemeStyle.Verbose] = "\u001b[90;1m",
        [ThemeStyle.Debug] = "\u001b[97;1m",
        [ThemeStyle.Information] = "\u001b[36;1m",
        [ThemeStyle.Warning] = "\u001b[33;1m",
        [ThemeStyle.Error] = "\u001b[31;1m",
        [ThemeStyle.Fatal] = "\u001b[41;1m",
        [ThemeStyle.Success] = "\u001b[32;1m"
    });

    public void Group(string group) => _output($"##[group]{group}");

    public void EndGroup(string group) => _output($"##[endgroup]{group}");

    public void UploadLog(string path) => WriteCommand("build.uploadlog", path);

    public void UpdateBuildNumber(string buildNumber)
    {
        WriteCommand("build.updatebuildnumber", buildNumber);
        EnvironmentInfo.SetVariable("BUILD_BUILDNUMBER", buildNumber);
    }

    public void AddBuildTag(string buildTag) => WriteCommand("build.addbuildtag", buildTag);

    public void PublishTestResults(
        string title,
        AzurePipelinesTestResultsType type,
        IEnumerable<string> files,
        bool? mergeResults = null,
        string platform = null,
        string configuration = null,
        bool? publishRunAttachments = null) => WriteCommand(
        "results.publish",
        dictionaryConfigurator: x => x
            .AddPair("type", type)
            .AddPair("resultFiles", files.JoinComma())
            .AddPairWhenValueNotNull("mergeResults", mergeResults)
            .AddPairWhenValueNotNull("platform", platform)
            .AddPairWhenValueNotNull("config", configuration)
            .AddPairWhenValueNotNull("runTitle", title?.SingleQuote())
            .AddPairWhenValueNotNull("publishRunAttachments", publishRunAttachments));

    public void LogWarning(
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null) => LogIssue(AzurePipelinesIssueType.Warning, message, sourcePath, lineNumber, columnNumber, code);

    public void LogError(
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null) => LogIssue(AzurePipelinesIssueType.Error, message, sourcePath, lineNumber, columnNumber, code);

    public void LogIssue(
        AzurePipelinesIssueType type,
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null) => WriteCommand(
        "task.logissue",
        message,
        x => x
            .AddPair("type", type.ToString().ToLowerInvariant())
            .AddPairWhenValueNotNull("sourcepath", sourcePath)
            .AddPairWhenValueNotNull("linenumber", lineNumber)
            .AddPairWhenValueNotNull("columnnumber", columnNumber)
            .AddPairWhenValueNotNull("code", code));

    public void SetVariable(string name, string value, bool? isSecret = null, bool? isOutput = null, bool? isReadOnly = null) => WriteCommand(
        "task.setvariable",
        value,
        x => x
            .AddPair("variable", name)
            .AddPairWhenValueNotNull("issecret", isSecret)
            .AddPairWhenValueNotNull("isoutput", isOutput)
            .AddPairWhenValueNotNull("isreadonly", isReadOnly));

    /// <summary>Writes a logging command, <c>##vso[area.action key=value;…]message</c>.</summary>
    public void WriteCommand(
        string command,
        string message = null,
        Func<Dictionary<string, object>, Dictionary<string, object>> dictionaryConfigurator = null)
    {
        var properties = (dictionaryConfigurator?.Invoke([]) ?? [])
            .Select(x => $"{x.Key}={Escape(x.Value.ToString()).Replace("]", "%5D").Replace(";", "%3B")}");
        _output($"##vso[{command} {properties.JoinSemicolon()}]{Escape(message)}");
    }

    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    protected internal override void ReportWarning(string text, string details = null) => LogIssue(AzurePipelinesIssueType.Warning, text);

    protected internal override void ReportError(string text, string details = null) => LogIssue(AzurePipelinesIssueType.Error, text);

    /// <summary>Logging commands in messages go to the agent as they are.</summary>
    protected internal override bool FilterMessage(string message)
    {
        if (!message.ContainsOrdinalIgnoreCase("##vso["))
            return false;

        ConsoleOutput.WriteLine(message);
        return true;
    }

    private static string Escape(string text) => text?.Replace("\r", "%0D").Replace("\n", "%0A");
}
