using System.Net;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Clusters;

/// <summary>What a platform is reached through. Production and rehearsal differ in these values and in nothing else.</summary>
public sealed record PlatformEndpoints
{
    /// <summary>Path of the kubeconfig file, readable by its owner only; or several, as <c>KUBECONFIG</c> lists them.</summary>
    public required string Kubeconfig { get; init; }

    /// <summary>The kubeconfig's context; its current context when absent.</summary>
    public string? Context { get; init; }

    /// <summary>The DNS server of the environment's zone; the environment's own <c>dns.bind9.server</c> when absent.</summary>
    public IPEndPoint? NameServer { get; init; }

    /// <summary>The port on which the ingress answers HTTPS.</summary>
    public int HttpsPort { get; init; } = 443;

    /// <summary>A directory of charts that stand in for the published ones where no chart source is reachable; absent in production.</summary>
    public string? StandInCharts { get; init; }

    /// <summary>A command of kubectl or helm against this platform, for people to paste into a shell.</summary>
    /// <param name="program"><c>kubectl</c> or <c>helm</c>.</param>
    /// <param name="arguments">What it is asked.</param>
    public string Command(string program, string arguments)
    {
        var files = KubeconfigFiles.Of(Kubeconfig);
        var context = Context is null ? "" : $"{(program == "helm" ? "--kube-context" : "--context")} {Quoted(Context)} ";
        return files.Count > 1
            ? $"KUBECONFIG={Quoted(Kubeconfig)} {program} {context}{arguments}"
            : $"{program} --kubeconfig {Quoted(Kubeconfig)} {context}{arguments}";
    }

    private static string Quoted(string text)
        => text.All(x => char.IsAsciiLetterOrDigit(x) || "/._-:@=+".Contains(x, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
