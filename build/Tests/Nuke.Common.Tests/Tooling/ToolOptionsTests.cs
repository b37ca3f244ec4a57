using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tests.Tooling;

public sealed class ToolOptionsTests
{
    [Fact]
    public void Options_become_arguments_in_the_order_of_their_setting_with_positional_ones_around_them() =>
        new DotNetTestSettings()
            .SetRunSetting("A.B", "c")
            .SetConfiguration("Release")
            .EnableNoBuild()
            .SetNoRestore(false)
            .AddLoggers("trx;LogFileName=a b.trx", "console")
            .SetProperty("Flag", true)
            .SetProjectFile("/my project.csproj")
            .AddProcessAdditionalArguments("--last")
            .GetArguments()
            .ShouldBe([
                "test", "\"/my project.csproj\"", "--configuration", "Release", "--no-build",
                "--logger", "\"trx;LogFileName=a b.trx\"", "--logger", "console", "/property:Flag=true",
                "--", "A.B=c", "--last"
            ]);

    [Fact]
    public void Setters_return_changed_copies()
    {
        var original = new DotNetBuildSettings().SetProperty("A", 1);

        var changed = original.SetProperty("B", 2).SetConfiguration("Debug");

        original.Properties.Keys.ShouldBe(["A"]);
        original.Configuration.ShouldBeNull();
        changed.Properties.Keys.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Combinations_make_one_set_of_options_each() =>
        new DotNetBuildSettings()
            .SetConfiguration("Debug")
            .CombineWith(["a", "b"], (x, project) => x.SetProjectFile(project))
            .When(x => x.ProjectFile == "b", x => x.SetConfiguration("Release"))
            .Select(x => $"{x.ProjectFile} {x.Configuration}")
            .ShouldBe(["a Debug", "b Release"]);

    [Fact]
    public void The_failures_of_all_combinations_are_reported()
    {
        CombinatorialConfigure<DotNetBuildSettings> configurator = x => x.CombineWith(["a", "b", "c"], (y, project) => y.SetProjectFile(project));

        var exception = Should.Throw<AggregateException>(() => configurator.Invoke(
            x => x.ProjectFile == "b" ? [] : throw new InvalidOperationException(x.ProjectFile),
            degreeOfParallelism: 1,
            completeOnFailure: true));

        exception.InnerExceptions.Select(x => x.Message).ShouldBe(["a", "c"], ignoreOrder: true);
    }

    [Fact]
    public void A_command_runs_the_tool_that_the_options_name() =>
        DotNetTasks.DotNetBuild(x => x
                .SetProcessToolPath(ToolPathResolver.GetPathExecutable("echo"))
                .SetProjectFile("project.csproj")
                .DisableProcessOutputLogging()
                .DisableProcessInvocationLogging())
            .StdToText()
            .ShouldBe("build project.csproj");
}
