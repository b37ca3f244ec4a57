using CliWrap;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates;

namespace JupyterHub.Pipeline.Tests.Helm;

public sealed class HelmReleasesTests : IAsyncLifetime
{
    private const string Stuck = """{"stuck":true}""";

    private TestRelease _demo = null!;

    public async Task InitializeAsync() => _demo = await TestRelease.StartAsync();

    public async Task DisposeAsync() => await _demo.DisposeAsync();

    [HelmFact]
    public async Task A_release_is_installed_left_alone_upgraded_and_repaired()
    {
        (await _demo.InstallAsync()).ShouldBeTrue();
        (await _demo.ColorAsync()).ShouldBe("blue");
        var (lookups, writes, changes) = (_demo.HelmLookups, _demo.Door.Writes, _demo.Cluster.Server.MutatingRequests);

        (await _demo.InstallAsync()).ShouldBeFalse();
        _demo.HelmLookups.ShouldBe(lookups, "nothing is to be done, so helm is not even looked for");
        _demo.Door.Writes.ShouldBe(writes);
        _demo.Cluster.Server.MutatingRequests.ShouldBe(changes);

        (await _demo.InstallAsync("""{"color":"red"}""")).ShouldBeTrue();
        (await _demo.ColorAsync()).ShouldBe("red");

        await _demo.Cluster.Client.DeleteAsync(new ObjectReference("v1", "ConfigMap", _demo.Release.Namespace, "demo"), default);
        (await _demo.InstallAsync("""{"color":"red"}""")).ShouldBeTrue();
        (await _demo.ColorAsync()).ShouldBe("red");

        _demo.Write("templates/more.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: more }\n");
        (await _demo.InstallAsync("""{"color":"red"}""")).ShouldBeTrue("the chart is another one");
        (await _demo.HistoryAsync()).ShouldBe(["superseded", "superseded", "superseded", "deployed"]);
    }

    [HelmFact]
    public async Task A_release_that_failed_succeeds_once_its_cause_is_gone()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(_demo.InstallAsync(Stuck, seconds: 2))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(HelmProblems.Failed);
        problem.Location.ShouldBe("release demo-space/demo");
        problem.Cause.ShouldNotBeNull().ShouldContain("StatefulSet/demo-space/demo");
        problem.NextStep.ShouldNotBeNull().ShouldContain($"helm --kubeconfig '{_demo.Cluster.Kubeconfig}' -n demo-space status demo");

        (await _demo.HistoryAsync()).ShouldBe(["failed"]);

        (await _demo.InstallAsync()).ShouldBeTrue();
        (await _demo.HistoryAsync())[^1].ShouldBe("deployed");
    }

    [HelmFact]
    public async Task A_first_installation_that_a_killed_helm_left_pending_is_recovered()
    {
        await KillAsync("install", revision: 1);
        (await _demo.HistoryAsync()).ShouldBe(["pending-install"]);

        (await _demo.InstallAsync()).ShouldBeTrue();

        (await _demo.HistoryAsync()).ShouldBe(["deployed"]);
    }

    [HelmFact]
    public async Task An_upgrade_that_a_killed_helm_left_pending_is_recovered()
    {
        await _demo.InstallAsync();
        await KillAsync("upgrade", revision: 2);
        (await _demo.HistoryAsync())[^1].ShouldBe("pending-upgrade");

        (await _demo.InstallAsync("""{"color":"red"}""")).ShouldBeTrue();

        (await _demo.HistoryAsync())[^1].ShouldBe("deployed");
        (await _demo.ColorAsync()).ShouldBe("red");
    }

    [HelmFact]
    public async Task A_cancelled_installation_leaves_no_helm_behind_and_the_next_one_succeeds()
    {
        using var cancellation = new CancellationTokenSource();
        var installing = _demo.InstallAsync(Stuck, seconds: 600, cancellation.Token);
        await _demo.Cluster.Client.UntilAsync(
            [Readiness.Exists(new ObjectReference("apps/v1", "StatefulSet", _demo.Release.Namespace, "demo"))], TimeSpan.FromMinutes(2), default);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(installing);

        RunningHelms().ShouldBe(0);
        (await _demo.InstallAsync()).ShouldBeTrue();
        (await _demo.HistoryAsync())[^1].ShouldBe("deployed");
    }

    [HelmFact]
    public async Task A_list_of_kubeconfigs_is_helms_too()
    {
        var list = string.Join(Path.PathSeparator, Path.Combine(_demo.Cluster.Directory, "missing"), _demo.Cluster.Kubeconfig);
        using var client = KubernetesCluster.Connect(new PlatformEndpoints { Kubeconfig = list }, _demo.Cluster.Door, TimeProvider.System);

        (await _demo.Releases(client).InstallAsync(_demo.Release, TestRelease.Values("{}"), TimeSpan.FromMinutes(1), default)).ShouldBeTrue();

        (await _demo.ColorAsync()).ShouldBe("blue");
    }

    [HelmFact]
    public async Task What_the_user_told_their_own_helm_does_not_count()
    {
        Environment.SetEnvironmentVariable("HELM_DRIVER", "configmap");
        try
        {
            await _demo.InstallAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("HELM_DRIVER", null);
        }

        (await _demo.HistoryAsync()).ShouldBe(["deployed"]);
    }

    [Fact]
    public async Task Values_that_the_charts_schema_does_not_know_are_refused_before_helm_is_started()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(_demo.InstallAsync("""{"colour":"red"}"""))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(TemplateProblems.InvalidValues);
        problem.Message.ShouldBe("The chart demo refuses colour is unknown; did you mean 'color'?");
        problem.Location.ShouldBe("helm-values/demo.yaml");
        _demo.HelmLookups.ShouldBe(0);
    }

    /// <summary>Kills helm, with no time to say goodbye, while it waits for the workload of this revision.</summary>
    private async Task KillAsync(string verb, int revision)
    {
        using var kill = new CancellationTokenSource();
        var running = Cli.Wrap(HelmTools.Helm!)
            .WithArguments([verb, "demo", _demo.ChartFolder, "-n", _demo.Release.Namespace, .. verb == "install" ? new[] { "--create-namespace" } : [],
                "--set", "stuck=true", "--wait", "--timeout", "600s", "--kubeconfig", _demo.Cluster.Kubeconfig])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(kill.Token);
        await _demo.Cluster.Client.UntilAsync(
            [
                Readiness.Exists(new ObjectReference("v1", "Secret", _demo.Release.Namespace, $"sh.helm.release.v1.demo.v{revision}")),
                Readiness.Exists(new ObjectReference("apps/v1", "StatefulSet", _demo.Release.Namespace, "demo")),
            ], TimeSpan.FromMinutes(2), default);
        await kill.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await running);
    }

    // Only this test's: each has its chart below a directory of its own.
    private int RunningHelms() => !Directory.Exists("/proc") ? 0 : Directory.EnumerateDirectories("/proc").Count(x =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(x, "cmdline")).Contains(_demo.ChartFolder, StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
