using System.Text;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Rules;

/// <summary>Defaults of built-in kinds that depend on other fields (k8s.io/kubernetes, pkg/apis/*/v1/defaults.go).</summary>
internal static class KindDefaults
{
    public static void Apply(ResourceType type, JsonObject document, JsonObject? live)
    {
        if (type.IsCustom)
            return;
        var spec = document.Child("spec");
        switch (type.GroupResource)
        {
            case "secrets":
                Secret(document);
                break;
            case "deployments.apps":
                if (spec.Text("strategy", "type") == "RollingUpdate")
                    Missing(spec.Child("strategy")!, "rollingUpdate", """{"maxUnavailable":"25%","maxSurge":"25%"}""");
                break;
            case "daemonsets.apps":
                if (spec.Text("updateStrategy", "type") == "RollingUpdate")
                    Missing(spec.Child("updateStrategy")!, "rollingUpdate", """{"maxUnavailable":1,"maxSurge":0}""");
                break;
            case "statefulsets.apps":
                if (spec.Text("updateStrategy", "type") == "RollingUpdate")
                    Missing(spec.Child("updateStrategy")!, "rollingUpdate", """{"partition":0}""");
                foreach (var claim in spec.Items("volumeClaimTemplates"))
                    ClaimTemplate(claim);
                break;
            case "jobs.batch":
                Job(document, live);
                break;
            case "services":
                Service(spec);
                break;
            case "networkpolicies.networking.k8s.io":
                if (spec is not null && spec.At("policyTypes") is null)
                    spec["policyTypes"] = spec.At("egress") is null ? new JsonArray("Ingress") : new JsonArray("Ingress", "Egress");
                break;
            case "clusterrolebindings.rbac.authorization.k8s.io" or "rolebindings.rbac.authorization.k8s.io":
                foreach (var subject in document.Items("subjects").Where(subject => subject.Text("kind") is "User" or "Group"))
                    subject["apiGroup"] ??= "rbac.authorization.k8s.io";
                break;
            case "persistentvolumeclaims" or "persistentvolumes" or "pods" when live is null:
                document.Ensure("status")["phase"] = "Pending";
                break;
        }
        if (type.GroupResource == "pods")
            PodDefaults.Pod(document);
        if (PodDefaults.SpecOf(type, document) is { } pod)
            PodDefaults.Spec(pod);
    }

    private static void Secret(JsonObject document)
    {
        if (document.Child("stringData") is { } texts)
        {
            var data = document.Ensure("data");
            foreach (var (name, value) in texts)
                data[name] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value.Text() ?? ""));
        }
        document.Remove("stringData");
    }

    private static void ClaimTemplate(JsonObject claim)
    {
        claim["apiVersion"] ??= "v1";
        claim["kind"] ??= "PersistentVolumeClaim";
        claim.Ensure("status")["phase"] = "Pending";
    }

    private static void Job(JsonObject document, JsonObject? live)
    {
        var spec = document.Ensure("spec");
        if (spec["completions"] is null && spec["parallelism"] is null)
            spec["completions"] = 1;
        spec["parallelism"] ??= 1;
        spec["backoffLimit"] ??= spec["backoffLimitPerIndex"] is null ? 6 : int.MaxValue;
        var labels = spec.Ensure("template", "metadata", "labels");
        if (live is not null || spec.Flag("manualSelector") == true)
            return;
        var uid = document.Text("metadata", "uid");
        var name = document.Text("metadata", "name");
        labels["batch.kubernetes.io/controller-uid"] = uid;
        labels["batch.kubernetes.io/job-name"] = name;
        labels["controller-uid"] = uid;
        labels["job-name"] = name;
        spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["batch.kubernetes.io/controller-uid"] = uid } };
    }

    private static void Service(JsonObject? spec)
    {
        if (spec is null)
            return;
        foreach (var port in spec.Items("ports"))
            port["targetPort"] ??= port["port"]?.DeepClone();
        var type = spec.Text("type");
        if (type is "NodePort" or "LoadBalancer")
            spec["externalTrafficPolicy"] ??= "Cluster";
        if (type == "LoadBalancer")
            spec["allocateLoadBalancerNodePorts"] ??= true;
        if (type != "ExternalName")
            spec["internalTrafficPolicy"] ??= "Cluster";
        if (spec.Text("sessionAffinity") == "ClientIP")
            spec.Ensure("sessionAffinityConfig", "clientIP")["timeoutSeconds"] ??= 10800;
    }

    private static void Missing(JsonObject owner, string name, string json) => owner[name] ??= JsonNode.Parse(json);
}
