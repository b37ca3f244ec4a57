using System.Text.Json.Nodes;
using static JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables.TableColumn;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>The columns of built-in kinds (k8s.io/kubernetes, pkg/printers/internalversion/printers.go).</summary>
internal static class BuiltInColumns
{
    public static IReadOnlyList<TableColumn> Of(ResourceType type) => [ObjectName, .. Own(type)];

    private static TableColumn[] Own(ResourceType type) => type.GroupResource switch
    {
        "pods" => PodColumns.All,
        "nodes" => ClusterColumns.Nodes,
        "services" => ClusterColumns.Services,
        "ingresses.networking.k8s.io" => ClusterColumns.Ingresses,
        "ingressclasses.networking.k8s.io" =>
        [
            Text("Controller", ingress => ingress.Text("spec", "controller")),
            Text("Parameters", ingress => ingress.Text("spec", "parameters", "name")), Age(),
        ],
        "persistentvolumeclaims" => ClusterColumns.Claims,
        "persistentvolumes" => ClusterColumns.Volumes,
        "storageclasses.storage.k8s.io" => ClusterColumns.StorageClasses,
        "deployments.apps" =>
        [
            Text("Ready", document => $"{document.Number("status", "readyReplicas") ?? 0}/{document.Number("spec", "replicas") ?? 0}"),
            Number("Up-to-date", "status", "updatedReplicas"), Number("Available", "status", "availableReplicas"), Age(), .. Templates(),
        ],
        "replicasets.apps" =>
        [
            Number("Desired", "spec", "replicas"), Number("Current", "status", "replicas"), Number("Ready", "status", "readyReplicas"), Age(), .. Templates(),
        ],
        "statefulsets.apps" =>
        [
            Text("Ready", document => $"{document.Number("status", "readyReplicas") ?? 0}/{document.Number("spec", "replicas") ?? 0}"), Age(), .. Templates()[..2],
        ],
        "daemonsets.apps" =>
        [
            Number("Desired", "status", "desiredNumberScheduled"), Number("Current", "status", "currentNumberScheduled"),
            Number("Ready", "status", "numberReady"), Number("Up-to-date", "status", "updatedNumberScheduled"),
            Number("Available", "status", "numberAvailable"),
            Text("Node Selector", document => Labels(document.Child("spec", "template", "spec", "nodeSelector"))), Age(), .. Templates(),
        ],
        "jobs.batch" => ClusterColumns.Jobs,
        "cronjobs.batch" =>
        [
            Text("Schedule", document => document.Text("spec", "schedule")), Text("Timezone", document => document.Text("spec", "timeZone")),
            Text("Suspend", document => document.Flag("spec", "suspend") == true ? "True" : "False"),
            new TableColumn("Active", "integer", 0, (document, _) => document.Items("status", "active").Count()),
            new TableColumn("Last Schedule", "string", 0, (document, now) =>
                document.Text("status", "lastScheduleTime") is { } time ? HumanDuration.Since(time, now) : "<none>"), Age(),
        ],
        "configmaps" => [Count("Data", "data", "binaryData"), Age()],
        "secrets" => [Text("Type", document => document.Text("type")), Count("Data", "data"), Age()],
        "serviceaccounts" => [Age()],
        "namespaces" => [Text("Status", document => document.Text("status", "phase")), Age()],
        "events" =>
        [
            Age("Last Seen", "lastTimestamp"), Text("Type", document => document.Text("type")), Text("Reason", document => document.Text("reason")),
            Text("Object", document => $"{document.Text("involvedObject", "kind")?.ToLowerInvariant()}/{document.Text("involvedObject", "name")}"),
            Text("Message", document => document.Text("message")?.Trim()),
        ],
        "endpoints" => [Text("Endpoints", ClusterColumns.Endpoints), Age()],
        "endpointslices.discovery.k8s.io" =>
        [
            Text("AddressType", document => document.Text("addressType")),
            Text("Ports", document => string.Join(',', document.Items("ports").Select(port => port.Number("port")))),
            Text("Endpoints", document => string.Join(',', document.Items("endpoints").SelectMany(endpoint => endpoint.Texts("addresses")))), Age(),
        ],
        "customresourcedefinitions.apiextensions.k8s.io" =>
            [Text("Created At", document => document.Text("metadata", "creationTimestamp"))],
        "clusterroles.rbac.authorization.k8s.io" or "roles.rbac.authorization.k8s.io" =>
            [Text("Created At", document => document.Text("metadata", "creationTimestamp"))],
        "clusterrolebindings.rbac.authorization.k8s.io" or "rolebindings.rbac.authorization.k8s.io" =>
            [Text("Role", document => $"{document.Text("roleRef", "kind")}/{document.Text("roleRef", "name")}"), Age()],
        "mutatingwebhookconfigurations.admissionregistration.k8s.io" or "validatingwebhookconfigurations.admissionregistration.k8s.io" =>
            [new TableColumn("Webhooks", "integer", 0, (document, _) => document.Items("webhooks").Count()), Age()],
        "csidrivers.storage.k8s.io" =>
        [
            Text("AttachRequired", document => document.Flag("spec", "attachRequired") == true ? "true" : "false"),
            Text("PodInfoOnMount", document => document.Flag("spec", "podInfoOnMount") == true ? "true" : "false"),
            Text("StorageCapacity", document => document.Flag("spec", "storageCapacity") == true ? "true" : "false"),
            Text("TokenRequests", _ => "<unset>"), Text("RequiresRepublish", document => document.Flag("spec", "requiresRepublish") == true ? "true" : "false"),
            Text("Modes", document => string.Join(',', document.Texts("spec", "volumeLifecycleModes"))), Age(),
        ],
        "poddisruptionbudgets.policy" =>
        [
            Text("Min Available", document => document.At("spec", "minAvailable")?.ToString() ?? "N/A"),
            Text("Max Unavailable", document => document.At("spec", "maxUnavailable")?.ToString() ?? "N/A"),
            Number("Allowed Disruptions", "status", "disruptionsAllowed"), Age(),
        ],
        "networkpolicies.networking.k8s.io" => [Text("Pod-Selector", document => Labels(document.Child("spec", "podSelector", "matchLabels"))), Age()],
        "priorityclasses.scheduling.k8s.io" =>
        [
            Number("Value", "value"), Text("Global-Default", document => document.Flag("globalDefault") == true ? "true" : "false"), Age(),
            Text("PreemptionPolicy", document => document.Text("preemptionPolicy")),
        ],
        "leases.coordination.k8s.io" => [Text("Holder", document => document.Text("spec", "holderIdentity")), Age()],
        _ => [Age()],
    };

    private static TableColumn[] Templates() =>
    [
        Text("Containers", document => string.Join(',', Containers(document).Select(container => container.Text("name"))), 1),
        Text("Images", document => string.Join(',', Containers(document).Select(container => container.Text("image"))), 1),
        Text("Selector", document => Labels(document.Child("spec", "selector", "matchLabels")), 1),
    ];

    private static IEnumerable<JsonObject> Containers(JsonObject document) => document.Items("spec", "template", "spec", "containers");

    private static TableColumn Count(string name, params string[] fields) =>
        new(name, "integer", 0, (document, _) => fields.Sum(field => document.Child(field)?.Count ?? 0));

    internal static string Labels(JsonObject? labels) => string.Join(',', (labels ?? []).Select(label => $"{label.Key}={label.Value}"));
}
