using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Controllers.ExternalDns;

/// <summary>What a name should lead to, and because of which object.</summary>
/// <param name="Targets">All addresses of one family, or one name.</param>
internal sealed record DesiredRecord(DnsName Name, RecordType Type, IReadOnlyList<string> Targets, TimeSpan Ttl, string Resource)
{
    public IEnumerable<RecordData> Data => Targets.Select<string, RecordData>(target => Type == RecordType.CNAME
        ? new NameData(RecordType.CNAME, DnsName.Parse(target))
        : new AddressData(IPAddress.Parse(target)));

    /// <summary>The records that an Ingress asks for: none without a target, from its annotation or its status.</summary>
    public static IEnumerable<DesiredRecord> Of(JsonObject ingress, ExternalDnsOptions options)
    {
        var annotations = ingress.Child("metadata", "annotations");
        var targets = annotations.Text(options.AnnotationPrefix + "target") is { Length: > 0 } given
            ? given.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. ingress.Items("status", "loadBalancer", "ingress").Select(each => each.Text("ip") ?? each.Text("hostname")).OfType<string>()];
        if (targets.Length == 0)
            yield break;
        var hosts = ingress.Items("spec", "rules").Select(rule => rule.Text("host"))
            .Concat(ingress.Items("spec", "tls").SelectMany(entry => entry.Texts("hosts")))
            .Concat((annotations.Text(options.AnnotationPrefix + "hostname") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .OfType<string>().Where(host => host.Length > 0 && options.Manages(host)).Distinct(StringComparer.OrdinalIgnoreCase);
        var ttl = int.TryParse(annotations.Text(options.AnnotationPrefix + "ttl"), CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        var resource = $"ingress/{ingress.Text("metadata", "namespace")}/{ingress.Text("metadata", "name")}";
        foreach (var host in hosts)
        {
            if (!DnsName.TryParse(host, out var name))
                continue;
            foreach (var group in targets.GroupBy(TypeOf))
                yield return new DesiredRecord(name, group.Key, [.. group.Order(StringComparer.Ordinal)], ttl > options.LeastTtl ? ttl : options.LeastTtl, resource);
        }
    }

    private static RecordType TypeOf(string target)
    {
        if (!IPAddress.TryParse(target, out var address))
            return RecordType.CNAME;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? RecordType.AAAA : RecordType.A;
    }
}
