using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Publishes a project: the options of <c>dotnet publish</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public class DotNetPublishSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>(() => Project);

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>(() => Framework);

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>(() => NoRestore);

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>(() => NoBuild);

    [Argument(Format = "--output {value}")]
    public string Output => Get<string>(() => Output);

    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>(() => Runtime);

    [Argument(Format = "--self-contained {value}")]
    public bool? SelfContained => Get<bool?>(() => SelfContained);

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>(() => Verbosity);

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>(() => NoLogo);

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);
}
