using System.Security.Cryptography;
using System.Text;
using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Templates.Validation;
using Serilog;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Installs and upgrades releases, and leaves alone those whose chart, values and objects are as asked for.</summary>
/// <param name="helm">Runs helm.</param>
/// <param name="charts">Gives the charts.</param>
/// <param name="cluster">Where the releases live.</param>
/// <param name="door">The helm door.</param>
public sealed class HelmReleases(HelmCommand helm, ChartStore charts, KubernetesCluster cluster, Door door)
{
    /// <summary>
    /// Brings a release to this chart and these values, and waits until helm sees its workloads ready. May be run twice:
    /// nothing is written when the digest of chart and values is the recorded one and every object is still there.
    /// </summary>
    /// <param name="release">The release.</param>
    /// <param name="values">Its rendered values.</param>
    /// <param name="timeout">How long helm may wait for any one of its operations.</param>
    /// <param name="cancellation">Interrupts helm.</param>
    /// <returns>Whether something was written.</returns>
    /// <exception cref="ProblemException">The chart can't be had (HUB1403, HUB1404), refuses its values (HUB1405), or the release failed (HUB1406).</exception>
    public async Task<bool> InstallAsync(HelmRelease release, RenderedTemplate values, TimeSpan timeout, CancellationToken cancellation)
    {
        var chart = await charts.GetAsync(release.Chart, timeout, cancellation);
        await CheckAsync(release, chart, values, cancellation);
        var digest = Digest(chart, values);
        var deployed = await DeployedRelease.FindAsync(cluster, release, cancellation);
        if (deployed is { Status: "deployed" } && deployed.Digest == digest && await AllExistAsync(deployed.Objects, cancellation))
        {
            Log.Information("{Release} is up to date: {Chart} {Version}, revision {Revision}", release.ToString(), release.Chart.Chart, release.Chart.Version, deployed.Revision);
            return false;
        }
        if (deployed is not null && deployed.IsInterrupted)
            await RecoverAsync(release, deployed, timeout, cancellation);

        TargetProgress.Report($"helm installs {release}");
        // A folder that only this user can enter, gone with helm: a template that somebody overrides may put secrets into values.
        var folder = Directory.CreateTempSubdirectory("helm-values-");
        try
        {
            var valuesFile = Path.Combine(folder.FullName, release.Values);
            await File.WriteAllTextAsync(valuesFile, values.Text, cancellation);
            await RunAsync(release,
            [
                "upgrade", release.Name, chart.Path, "--install", "--namespace", release.Namespace, "--create-namespace",
                "--version", release.Chart.Version, "--values", valuesFile, "--reset-values", "--labels", $"{DeployedRelease.DigestLabel}={digest}",
                "--wait=watcher", "--wait-for-jobs", "--timeout", $"{(int)timeout.TotalSeconds}s", "--history-max", "5", "--hide-notes",
            ], cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Log.Information("{Verb} {Release}: {Chart} {Version}{StandIn}", deployed is null ? "Installed" : "Upgraded", release.ToString(),
            release.Chart.Chart, release.Chart.Version, chart.StandsIn ? " (stand-in chart)" : "");
        return true;
    }

    /// <summary>
    /// Ends a release that a killed helm left in the middle, which would refuse every later upgrade: a first installation and a removal
    /// are taken to their end, a later revision is rolled back to the one before it.
    /// </summary>
    private async Task RecoverAsync(HelmRelease release, DeployedRelease deployed, TimeSpan timeout, CancellationToken cancellation)
    {
        Log.Warning("{Release} was left {Status} by an interrupted helm; it is recovered first", release.ToString(), deployed.Status);
        string[] recovery = deployed.Revision == 1 || deployed.Status == DeployedRelease.Uninstalling
            ? ["uninstall", release.Name, "--namespace", release.Namespace, "--no-hooks", "--ignore-not-found"]
            : ["rollback", release.Name, "--namespace", release.Namespace, "--no-hooks", "--timeout", $"{(int)timeout.TotalSeconds}s"];
        await RunAsync(release, recovery, cancellation);
    }

    private async Task RunAsync(HelmRelease release, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var endpoints = cluster.Endpoints;
        string[] context = endpoints.Context is null ? [] : ["--kube-context", endpoints.Context];
        var result = await door.WriteAsync($"helm {arguments[0]} {release}", token => helm.RunAsync([.. arguments, .. context], token, endpoints.Kubeconfig), cancellation);
        if (result.ExitCode == 0)
            return;
        var message = HelmCommand.LastLine(result.StandardError);
        if (message.Contains("values don't meet the specifications of the schema", StringComparison.Ordinal))
        {
            throw new ProblemException(new Problem(HelmProblems.ValuesRefused, $"The chart {release.Chart.Chart} {release.Chart.Version} refuses the values of {release}.")
            {
                Location = release.Values,
                Cause = message,
            });
        }
        throw new ProblemException(new Problem(HelmProblems.Failed, $"helm {arguments[0]} of {release} failed.")
        {
            Location = release.ToString(),
            Cause = message,
            NextStep = $"{endpoints.Command("helm", $"-n {release.Namespace} status {release.Name}")}; {endpoints.Command("kubectl", $"-n {release.Namespace} get pods,events")}",
        });
    }

    private async Task<bool> AllExistAsync(IReadOnlyList<ObjectReference> objects, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(objects.Select(x => cluster.GetAsync(x, cancellation)));
        return found.All(x => x is not null);
    }

    private static async Task CheckAsync(HelmRelease release, Chart chart, RenderedTemplate values, CancellationToken cancellation)
    {
        if (await ChartFiles.ValuesSchemaAsync(chart, cancellation) is not { } schema)
            return;
        var problems = values.Documents.SelectMany(x => new ValuesSchema(release.Chart.Chart, schema).Check(x, values.Path)).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    // A label's value has at most 63 characters; 160 bits identify a chart and its values well enough.
    private static string Digest(Chart chart, RenderedTemplate values)
        => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(chart.Digest), .. Encoding.UTF8.GetBytes(values.Text)]))[..40];
}
