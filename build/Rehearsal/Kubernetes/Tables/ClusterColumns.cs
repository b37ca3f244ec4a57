using System.Text.Json.Nodes;
using static JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables.TableColumn;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

internal static class ClusterColumns
{
    public static readonly TableColumn[] Nodes =
    [
        Text("Status", NodeStatus),
        Text("Roles", node => string.Join(',', (node.Child("metadata", "labels") ?? [])
            .Where(label => label.Key.StartsWith("node-role.kubernetes.io/", StringComparison.Ordinal)).Select(label => label.Key[24..]).Order())),
        Age(),
        Text("Version", node => node.Text("status", "nodeInfo", "kubeletVersion")),
        Text("Internal-IP", node => Address(node, "InternalIP"), 1),
        Text("External-IP", node => Address(node, "ExternalIP"), 1),
        Text("OS-Image", node => node.Text("status", "nodeInfo", "osImage"), 1),
        Text("Kernel-Version", node => node.Text("status", "nodeInfo", "kernelVersion"), 1),
        Text("Container-Runtime", node => node.Text("status", "nodeInfo", "containerRuntimeVersion"), 1),
    ];

    public static readonly TableColumn[] Services =
    [
        Text("Type", service => service.Text("spec", "type")),
        Text("Cluster-IP", service => service.Text("spec", "clusterIP")),
        Text("External-IP", ExternalAddress),
        Text("Port(s)", service => string.Join(',', service.Items("spec", "ports").Select(port =>
            port.Number("nodePort") is { } node ? $"{port.Number("port")}:{node}/{port.Text("protocol")}" : $"{port.Number("port")}/{port.Text("protocol")}"))),
        Age(),
        Text("Selector", service => BuiltInColumns.Labels(service.Child("spec", "selector")), 1),
    ];

    public static readonly TableColumn[] Ingresses =
    [
        Text("Class", ingress => ingress.Text("spec", "ingressClassName")),
        Text("Hosts", ingress => ingress.Items("spec", "rules").Select(rule => rule.Text("host")).OfType<string>().ToList() is { Count: > 0 } hosts
            ? string.Join(',', hosts) : "*"),
        new TableColumn("Address", "string", 0, (ingress, _) => Addresses(ingress)),
        Text("Ports", ingress => ingress.Items("spec", "tls").Any() ? "80, 443" : "80"),
        Age(),
    ];

    public static readonly TableColumn[] Claims =
    [
        Text("Status", claim => claim.Text("metadata", "deletionTimestamp") is null ? claim.Text("status", "phase") : "Terminating"),
        new TableColumn("Volume", "string", 0, (claim, _) => claim.Text("spec", "volumeName") ?? ""),
        new TableColumn("Capacity", "string", 0, (claim, _) => claim.Text("status", "capacity", "storage") ?? ""),
        new TableColumn("Access Modes", "string", 0, (claim, _) => Modes(claim.Texts("status", "accessModes"))),
        new TableColumn("StorageClass", "string", 0, (claim, _) => claim.Text("spec", "storageClassName") ?? ""),
        Text("VolumeAttributesClass", claim => claim.Text("spec", "volumeAttributesClassName") ?? "<unset>"),
        Age(),
        Text("VolumeMode", claim => claim.Text("spec", "volumeMode"), 1),
    ];

    public static readonly TableColumn[] Volumes =
    [
        new TableColumn("Capacity", "string", 0, (volume, _) => volume.Text("spec", "capacity", "storage") ?? ""),
        new TableColumn("Access Modes", "string", 0, (volume, _) => Modes(volume.Texts("spec", "accessModes"))),
        Text("Reclaim Policy", volume => volume.Text("spec", "persistentVolumeReclaimPolicy")),
        Text("Status", volume => volume.Text("metadata", "deletionTimestamp") is null ? volume.Text("status", "phase") : "Terminating"),
        new TableColumn("Claim", "string", 0, (volume, _) =>
            volume.Text("spec", "claimRef", "name") is { } claim ? $"{volume.Text("spec", "claimRef", "namespace")}/{claim}" : ""),
        new TableColumn("StorageClass", "string", 0, (volume, _) => volume.Text("spec", "storageClassName") ?? ""),
        Text("VolumeAttributesClass", volume => volume.Text("spec", "volumeAttributesClassName") ?? "<unset>"),
        new TableColumn("Reason", "string", 0, (volume, _) => volume.Text("status", "reason") ?? ""),
        Age(),
        Text("VolumeMode", volume => volume.Text("spec", "volumeMode"), 1),
    ];

    public static readonly TableColumn[] StorageClasses =
    [
        Text("Provisioner", storage => storage.Text("provisioner")),
        Text("ReclaimPolicy", storage => storage.Text("reclaimPolicy")),
        Text("VolumeBindingMode", storage => storage.Text("volumeBindingMode")),
        Text("AllowVolumeExpansion", storage => storage.Flag("allowVolumeExpansion") == true ? "true" : "false"),
        Age(),
    ];

    public static readonly TableColumn[] Jobs =
    [
        Text("Status", JobStatus),
        Text("Completions", job => $"{job.Number("status", "succeeded") ?? 0}/{job.Number("spec", "completions") ?? 1}"),
        new TableColumn("Duration", "string", 0, (job, now) => job.Text("status", "startTime") is not { } start ? ""
            : HumanDuration.Since(start, job.Text("status", "completionTime") is { } end ? DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture) : now)),
        Age(),
    ];

    public static string? Endpoints(JsonObject endpoints) => string.Join(',', endpoints.Items("subsets").SelectMany(subset =>
        subset.Items("addresses").SelectMany(address => subset.Items("ports").Select(port => $"{address.Text("ip")}:{port.Number("port")}"))).Take(3));

    private static string NodeStatus(JsonObject node)
    {
        var ready = node.Items("status", "conditions").FirstOrDefault(condition => condition.Text("type") == "Ready").Text("status");
        var status = ready switch { "True" => "Ready", null => "Unknown", _ => "NotReady" };
        return node.Flag("spec", "unschedulable") == true ? status + ",SchedulingDisabled" : status;
    }

    private static string? JobStatus(JsonObject job)
    {
        var conditions = job.Items("status", "conditions").Where(condition => condition.Text("status") == "True").Select(condition => condition.Text("type")).ToList();
        return conditions.Contains("Complete") ? "Complete"
            : conditions.Contains("Failed") ? "Failed"
            : conditions.Contains("Suspended") ? "Suspended"
            : job.Text("metadata", "deletionTimestamp") is null ? "Running" : "Terminating";
    }

    private static string? Address(JsonObject node, string type) =>
        node.Items("status", "addresses").FirstOrDefault(address => address.Text("type") == type).Text("address");

    private static string Addresses(JsonObject document) =>
        string.Join(',', document.Items("status", "loadBalancer", "ingress").Select(ingress => ingress.Text("ip") ?? ingress.Text("hostname")));

    private static string? ExternalAddress(JsonObject service)
    {
        var external = string.Join(',', service.Texts("spec", "externalIPs"));
        return service.Text("spec", "type") switch
        {
            "ExternalName" => service.Text("spec", "externalName"),
            "LoadBalancer" when Addresses(service) is { Length: > 0 } addresses => external.Length > 0 ? $"{addresses},{external}" : addresses,
            "LoadBalancer" => external.Length > 0 ? external : "<pending>",
            _ => external,
        };
    }

    private static string Modes(IEnumerable<string> modes) => string.Join(',', modes.Select(mode => mode switch
    {
        "ReadWriteOnce" => "RWO",
        "ReadOnlyMany" => "ROX",
        "ReadWriteMany" => "RWX",
        "ReadWriteOncePod" => "RWOP",
        _ => mode,
    }));
}
