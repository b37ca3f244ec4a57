using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

[Collection(DeployedPlatform.Name)]
public sealed class DeploymentTests(Deployed deployed)
{
    private static readonly string[] Steps =
    [
        "ValidateEnvironment", "ProvisionCluster", "InstallCertManager", "CreateIssuers", "ImportRookCeph", "InstallLonghorn",
        "InstallIngress", "ConfigureBind9", "InstallExternalDns", "DeployJupyterHub", "VerifyHub", "DeployOnPrem",
    ];

    [Fact]
    public void A_deployment_without_any_option_succeeds_on_the_rehearsal()
    {
        deployed.First.ShouldSucceed();
        deployed.First.Targets.Keys.ShouldBe(Steps, ignoreOrder: true);
        deployed.First.Targets.Values.ShouldAllBe(state => state == "Succeeded");
        deployed.First.Output.ShouldNotContain("[WRN]");
        deployed.First.Output.ShouldNotContain("[ERR]");
    }

    [Fact]
    public void It_ends_by_telling_where_the_hub_is_whom_to_trust_and_how_to_log_in()
    {
        deployed.First.Summary("JupyterHub").ShouldMatch(@"^https://jupyter\.hub\.rehearsal\.test:\d+/$");
        deployed.Checkout.Read(deployed.First.Summary("authority")).ShouldStartWith("-----BEGIN CERTIFICATE-----");
        var password = deployed.First.Summary("log in");
        password.ShouldStartWith("any user name, the password in ");
        deployed.Checkout.Read(password[(password.LastIndexOf(' ') + 1)..]).ShouldNotBeNullOrWhiteSpace();
        deployed.First.Summary("serve it").ShouldBe("./build.sh StartRehearsal");
    }

    [Fact]
    public void Independent_targets_run_at_the_same_time()
    {
        var log = new TargetTimes(deployed.FirstLog);
        string[] independent = ["InstallCertManager", "ImportRookCeph", "InstallLonghorn", "InstallIngress"];
        independent.Count(one => independent.Any(other => one != other && log.Overlap(one, other))).ShouldBeGreaterThanOrEqualTo(3, deployed.FirstLog);
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        deployed.Second.ShouldSucceed();
        deployed.Second.Summary("changes").ShouldBe("none, everything was as it should be");
        deployed.Second.Lines.ShouldNotContain(line => line.Contains("Created ") || line.Contains("Changed ") || line.Contains("Installed ") || line.Contains("Upgraded "));
        deployed.Second.Lines.Count(line => line.Contains("is up to date")).ShouldBe(8, deployed.Second.Output);
        deployed.Second.Summary("JupyterHub").ShouldBe(deployed.First.Summary("JupyterHub"), "the address survives the process");
    }

    [Fact]
    public void Output_that_is_no_terminal_has_no_escape_codes() => deployed.First.Output.ShouldNotContain("\u001b");

    [Fact]
    public void No_secret_is_said_logged_or_rendered()
    {
        var secrets = Secrets.Of(deployed.Checkout, "onprem-rehearsal");
        secrets.Count.ShouldBe(5, "the TSIG key, the hub's password and three keys of Ceph");
        deployed.Checkout.ShouldNotShow(deployed.First, secrets);
        deployed.Checkout.ShouldNotShow(deployed.Second, secrets);
        secrets.ShouldAllBe(secret => !deployed.FirstLog.Contains(secret));
    }
}
