using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Makes packages of a project or solution: the options of <c>dotnet pack</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPack), Arguments = "pack")]
public class DotNetPackSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>(() => Project);

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>(() => NoBuild);

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>(() => NoRestore);

    [Argument(Format = "--output {value}")]
    public string OutputDirectory => Get<string>(() => OutputDirectory);

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>(() => Verbosity);

    [Argument(Format = "--version-suffix {value}")]
    public string VersionSuffix => Get<string>(() => VersionSuffix);

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>(() => NoLogo);

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);
}
