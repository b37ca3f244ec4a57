using Nuke.Common.Tests.Sample;
using Nuke.Common.Tooling;

namespace Nuke.Components.Tests;

/// <summary>A stand-in for the SDK records its arguments, so that what the components ask of it can be seen.</summary>
public sealed class ComponentTests : IDisposable
{
    private readonly SampleRun _run = new();

    public ComponentTests()
    {
        _run.WithFile("dotnet.sh", """
            #!/bin/sh
            echo "$@" >> "$SAMPLE_LOG"
            [ "$1" = test ] || exit 0
            mkdir -p artifacts/test-results
            cat > "artifacts/test-results/$(basename "$2").trx" <<END
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult outcome="Passed" /><UnitTestResult outcome="Passed" />
                <UnitTestResult outcome="$SAMPLE_OUTCOME" /><UnitTestResult outcome="NotExecuted" />
              </Results>
            </TestRun>
            END
            [ "$SAMPLE_OUTCOME" = Passed ]
            """);
        ProcessTasks.StartProcess("chmod", $"+x {_run.Root / "dotnet.sh"}", logInvocation: false).AssertZeroExitCode();

        _run.WithFile("Sample.slnx", """
            <Solution>
              <Project Path="src/Library/Library.csproj" />
              <Folder Name="/Tests/">
                <Project Path="tests/One.Tests/One.Tests.csproj" />
                <Project Path="tests/Two.Tests/Two.Tests.csproj" />
              </Folder>
            </Solution>
            """)
            .WithFile(".nuke/parameters.json", """{ "Solution": "Sample.slnx" }""")
            .WithVariable("DOTNET_EXE", _run.Root / "dotnet.sh")
            .WithVariable("SAMPLE_LOG", _run.Root / "log.txt")
            .WithVariable("SAMPLE_OUTCOME", "Passed");
    }

    private IEnumerable<string> Commands => File.ReadLines(_run.Root / "log.txt").Select(x => x.Replace(_run.Root, "ROOT"));

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Packing_restores_compiles_and_packs_the_solution()
    {
        var result = _run.Execute("Pack");

        result.ExitCode.ShouldBe(0, result.Text);
        result.Summary.ShouldBe(["Restore Succeeded", "Compile Succeeded", "Pack Succeeded"]);
        Commands.ShouldBe([
            "restore ROOT/Sample.slnx",
            "build ROOT/Sample.slnx --configuration Debug --no-restore --property:Custom=yes",
            "pack ROOT/Sample.slnx --configuration Debug --no-build --output ROOT/artifacts/packages"
        ]);
        result.Text.ShouldContain("// Packages: 0");
    }

    [Fact]
    public void Testing_runs_each_test_project_and_counts_outcomes()
    {
        var result = _run.Execute("Test --configuration release");

        result.ExitCode.ShouldBe(0, result.Text);
        Commands.Skip(2).ShouldBe([
            "test ROOT/tests/One.Tests/One.Tests.csproj --configuration Release --no-build --results-directory ROOT/artifacts/test-results --logger trx;LogFileName=One.Tests.trx",
            "test ROOT/tests/Two.Tests/Two.Tests.csproj --configuration Release --no-build --results-directory ROOT/artifacts/test-results --logger trx;LogFileName=Two.Tests.trx"
        ]);
        result.Text.ShouldContain("// Passed: 6, Skipped: 2");
    }

    [Fact]
    public void A_failed_test_project_fails_the_target_after_the_others_have_run()
    {
        var result = _run.WithVariable("SAMPLE_OUTCOME", "Failed").Execute("Test");

        result.ExitCode.ShouldBe(255);
        Commands.Count(x => x.StartsWith("test ", StringComparison.Ordinal)).ShouldBe(2);
        result.Summary.ShouldContain("Test Failed");
        result.Text.ShouldContain("// Failed: 2, Passed: 4, Skipped: 2");
    }

    [Fact]
    public void A_server_build_is_a_release_build_for_continuous_integration()
    {
        _run.WithVariable("GITLAB_CI", "true").Execute("Compile");

        Commands.Last().ShouldBe(
            "build ROOT/Sample.slnx --configuration Release --property:ContinuousIntegrationBuild=true --property:Custom=yes --no-restore");
    }

    [Fact]
    public void A_build_without_its_solution_says_so()
    {
        var result = _run.WithFile(".nuke/parameters.json", "{}").Execute("Pack");

        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("Member 'Solution' is required to be not null or empty");
    }

    [Fact]
    public void The_components_parameters_are_listed() =>
        _run.Execute("--help").Text.ShouldContain("--ignore-failed-sources");
}
