using System.Globalization;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

public sealed partial class ClusterStore
{
    private const int FirstNodePort = 30000;
    private const int NodePorts = 2768;

    /// <summary>Gives a Service its cluster address and node ports, from 10.43.0.0/16 and 30000-32767; an update keeps what it had.</summary>
    private void AllocateAddresses(JsonObject document, JsonObject? live)
    {
        var spec = document.Child("spec");
        if (spec is null)
            return;
        var type = spec.Text("type");
        if (type == "ExternalName")
        {
            spec.Remove("clusterIP");
            spec.Remove("clusterIPs");
            return;
        }
        if (string.IsNullOrEmpty(spec.Text("clusterIP")))
            spec["clusterIP"] = live.Text("spec", "clusterIP") is { Length: > 0 } kept ? kept : FreeAddress(document);
        spec["clusterIPs"] = new JsonArray(spec.Text("clusterIP"));
        spec["ipFamilies"] ??= new JsonArray("IPv4");
        spec["ipFamilyPolicy"] ??= "SingleStack";
        if (type is not ("NodePort" or "LoadBalancer") || spec.Flag("allocateLoadBalancerNodePorts") == false)
            return;
        foreach (var port in spec.Items("ports").Where(port => port.Number("nodePort") is null or 0))
        {
            var kept = live.Items("spec", "ports").FirstOrDefault(before =>
                before.Number("port") == port.Number("port") && before.Text("protocol") == port.Text("protocol")).Number("nodePort");
            port["nodePort"] = kept ?? FreeNodePort(spec);
        }
    }

    private string FreeAddress(JsonObject document)
    {
        var used = Services().Select(service => service.Text("spec", "clusterIP")).ToHashSet();
        var name = $"{document.Text("metadata", "namespace")}/{document.Text("metadata", "name")}";
        if (name == "default/kubernetes")
            return "10.43.0.1";
        for (var start = name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)); ; start++)
        {
            var host = (start & 0xfff7) + 2;
            var address = string.Create(CultureInfo.InvariantCulture, $"10.43.{host >> 8}.{host & 0xff}");
            if ((host & 0xff) is not (0 or 0xff) && used.Add(address))
                return address;
        }
    }

    private int FreeNodePort(JsonObject spec)
    {
        var used = Services().Append(new JsonObject { ["spec"] = spec.DeepClone() })
            .SelectMany(service => service.Items("spec", "ports")).Select(port => port.Number("nodePort") ?? 0).ToHashSet();
        return Enumerable.Range(FirstNodePort, NodePorts).First(port => !used.Contains(port));
    }

    private IEnumerable<JsonObject> Services() => _objects.Of("services").Values.Select(stored => stored.Read());
}
