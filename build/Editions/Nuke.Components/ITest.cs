using Nuke.Common;
using Nuke.Common.CI.AzurePipelines;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Components;

public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    IEnumerable<Project> TestProjects { get; }

    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx")
        .Produces(TestResultDirectory / "*.xml")
        .Executes(() =>
        {
            try
            {
                DotNetTasks.DotNetTest(
                    _ => _
                        .Apply(TestSettingsBase)
                        .Apply(TestSettings)
                        .CombineWith(TestProjects, (_, x) => _
                            .Apply(TestProjectSettingsBase, x)
                            .Apply(TestProjectSettings, x)),
                    TestDegreeOfParallelism,
                    completeOnFailure: true);
            }
            finally
            {
                ReportTestResults();
                ReportTestCount();
            }
        });

    sealed Configure<DotNetTestSettings> TestSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .ResetVerbosity()
        .SetResultsDirectory(TestResultDirectory)
        .When(IsServerBuild, x => x
            .SetProperty("CollectCoverage", true)
            .SetProperty("CoverletOutputFormat", "cobertura")
            .SetProperty("ExcludeByFile", "*.Generated.cs")
            .SetProperty("UseSourceLink", true));

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase => (_, project) => _
        .SetProjectFile(project)
        .AddLoggers($"trx;LogFileName={project.Name}.trx")
        .When(IsServerBuild, x => x.SetProperty("CoverletOutput", TestResultDirectory / $"{project.Name}.xml"));

    Configure<DotNetTestSettings> TestSettings => _ => _;

    Configure<DotNetTestSettings, Project> TestProjectSettings => (x, _) => x;

    void ReportTestResults() => TestResultDirectory.GlobFiles("*.trx").ForEach(x => AzurePipelines.Instance?.PublishTestResults(
        $"{x.NameWithoutExtension} ({AzurePipelines.Instance.StageDisplayName})",
        AzurePipelinesTestResultsType.VSTest,
        [x]));

    void ReportTestCount()
    {
        var outcomes = TestResultDirectory.GlobFiles("*.trx").SelectMany(TestOutcomes.Read).ToLookup(x => x);
        var (passed, failed, skipped) = (outcomes["Passed"].Count(), outcomes["Failed"].Count(), outcomes["NotExecuted"].Count());

        ReportSummary(_ => _
            .When(failed > 0, x => x.AddPair("Failed", failed.ToString()))
            .AddPair("Passed", passed.ToString())
            .When(skipped > 0, x => x.AddPair("Skipped", skipped.ToString())));
    }
}
