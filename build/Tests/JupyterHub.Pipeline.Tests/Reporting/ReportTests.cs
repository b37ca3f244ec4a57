using JupyterHub.Pipeline.Reporting;
using Nuke.Common.Execution;

namespace JupyterHub.Pipeline.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly ReportRow[] Rows =
    [
        new("ProvisionCluster", ExecutionStatus.Succeeded, TimeSpan.FromSeconds(10), null),
        new("InstallLonghorn", ExecutionStatus.Succeeded, TimeSpan.FromSeconds(610), "Release: longhorn 1.9", TimeSpan.FromSeconds(10)),
        new("InstallCertManager", ExecutionStatus.Failed, TimeSpan.FromSeconds(310), "HUB1406: helm failed", TimeSpan.FromSeconds(10)),
        new("ImportRookCeph", ExecutionStatus.Skipped, null, "OnlyWhen: HasCeph"),
        new("DeployJupyterHub", ExecutionStatus.NotRun, null, null),
        new("DeployOnPrem", ExecutionStatus.Collective, null, null),
    ];

    [Fact]
    public void The_table_is_NUKEs() =>
        string.Join('\n', TargetTable.Render(Rows, TimeSpan.FromSeconds(620)).Select(Ansi.WithoutColor)).ShouldBe("""

            ══════════════════════════════════════════
            Target                Status      Duration
            ──────────────────────────────────────────
            ProvisionCluster      Succeeded       0:10
            InstallLonghorn       Succeeded      10:10   // Release: longhorn 1.9
            InstallCertManager    Failed          5:10   // HUB1406: helm failed
            ImportRookCeph        Skipped                // OnlyWhen: HasCeph
            DeployJupyterHub      NotRun              
            ──────────────────────────────────────────
            Total                                10:20
            ══════════════════════════════════════════
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_timeline_shows_what_ran_at_the_same_time() =>
        string.Join('\n', Timeline.Render(Rows, TimeSpan.FromSeconds(620))).ShouldBe("""
              ProvisionCluster    █·······································    0:10
              InstallLonghorn     ·███████████████████████████████████████   10:10
              InstallCertManager  ·████████████████████···················    5:10
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void One_target_has_no_timeline() => Timeline.Render(Rows[..1], TimeSpan.FromSeconds(10)).ShouldBeEmpty();

    [Fact]
    public void A_finished_deployment_says_where_the_hub_is_and_how_to_log_in()
    {
        var summary = new DeploymentSummary(new Uri("https://jupyter.data.example.org:8443/"))
        {
            AuthorityFile = ".nuke/temp/ca.crt",
            LogIn = ["any user name", "the password is in environment variable HUB_PASSWORD"],
            More = [("kubeconfig", ".nuke/temp/kubeconfig")],
            Writes = 0,
        };
        string.Join('\n', summary.Lines()).ShouldBe("""
              JupyterHub  https://jupyter.data.example.org:8443/
              authority   .nuke/temp/ca.crt
              log in      any user name
                          the password is in environment variable HUB_PASSWORD
              kubeconfig  .nuke/temp/kubeconfig
              changes     none, everything was as it should be
            """.ReplaceLineEndings("\n"));
    }
}
