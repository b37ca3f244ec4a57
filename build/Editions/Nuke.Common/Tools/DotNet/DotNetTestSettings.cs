using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Runs the tests of a project or solution: the options of <c>dotnet test</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public class DotNetTestSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)]
    public string ProjectFile => Get<string>(() => ProjectFile);

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>(() => Framework);

    [Argument(Format = "--filter {value}")]
    public string Filter => Get<string>(() => Filter);

    [Argument(Format = "--logger {value}")]
    public IReadOnlyList<string> Loggers => Get<List<string>>(() => Loggers);

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>(() => NoBuild);

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>(() => NoRestore);

    [Argument(Format = "--results-directory {value}")]
    public string ResultsDirectory => Get<string>(() => ResultsDirectory);

    [Argument(Format = "--settings {value}")]
    public string SettingsFile => Get<string>(() => SettingsFile);

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>(() => Verbosity);

    [Argument(Format = "-- {key}={value}", Position = -1, Separator = " ")]
    public IReadOnlyDictionary<string, object> RunSettings => Get<Dictionary<string, object>>(() => RunSettings);

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>(() => NoLogo);

    [Argument(Format = "/property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);
}
