using System.Globalization;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;

/// <summary>How an ExternalDNS pod was started: flags, or the variable of the same name with the prefix <c>EXTERNAL_DNS_</c>.</summary>
internal sealed record ExternalDnsOptions
{
    public required string Provider { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required DnsServerEndpoint Server { get; init; }

    /// <summary>The root where the flag is missing, as ExternalDNS has it: updates then fail.</summary>
    public required string Zone { get; init; }

    public required string KeyName { get; init; }

    public required string KeyAlgorithm { get; init; }

    public required string KeySecret { get; init; }

    /// <summary>Whether it looks at what is there, by a zone transfer. Without it nothing is ever deleted.</summary>
    public required bool Transfers { get; init; }

    public required TimeSpan LeastTtl { get; init; }

    /// <summary><c>sync</c>, <c>upsert-only</c> or <c>create-only</c>.</summary>
    public required string Policy { get; init; }

    public required string Owner { get; init; }

    public required string TextPrefix { get; init; }

    public required IReadOnlyList<string> Domains { get; init; }

    public required string AnnotationPrefix { get; init; }

    public required TimeSpan Interval { get; init; }

    public static ExternalDnsOptions Read(Cluster cluster, JsonObject pod)
    {
        return new ExternalDnsOptions
        {
            Provider = One("provider") ?? "",
            Sources = [.. RunningPods.Flags(pod, "--source")],
            Server = new DnsServerEndpoint(One("rfc2136-host") ?? "", int.TryParse(One("rfc2136-port"), CultureInfo.InvariantCulture, out var port) ? port : 53),
            Zone = One("rfc2136-zone") ?? ".",
            KeyName = One("rfc2136-tsig-keyname") ?? "",
            KeyAlgorithm = One("rfc2136-tsig-secret-alg") ?? "",
            KeySecret = One("rfc2136-tsig-secret") ?? "",
            Transfers = (One("rfc2136-tsig-axfr") ?? One("rfc2136-axfr")) == "true",
            LeastTtl = GoDuration.Parse(One("rfc2136-min-ttl")) ?? TimeSpan.Zero,
            Policy = One("policy") ?? "sync",
            Owner = One("txt-owner-id") ?? "default",
            TextPrefix = One("txt-prefix") ?? "",
            Domains = [.. RunningPods.Flags(pod, "--domain-filter")],
            AnnotationPrefix = One("annotation-prefix") ?? "external-dns.alpha.kubernetes.io/",
            Interval = GoDuration.Parse(One("interval")) ?? TimeSpan.FromMinutes(1),
        };

        string? One(string name) =>
            RunningPods.Flag(pod, "--" + name) ?? RunningPods.Variable(cluster, pod, "EXTERNAL_DNS_" + name.Replace('-', '_').ToUpperInvariant());
    }

    public bool Manages(string host) =>
        Domains.Count == 0 || Domains.Any(domain => host == domain.TrimStart('.') || host.EndsWith('.' + domain.TrimStart('.'), StringComparison.OrdinalIgnoreCase));
}
