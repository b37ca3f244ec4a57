namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>The resources that Kubernetes 1.35 serves without any CustomResourceDefinition.</summary>
internal static class BuiltInTypes
{
    // group/version Kind plural: c(luster) or n(amespaced), g(eneration), r(eview, not stored); short=, sub=, cat=, at= (storage version)
    private const string Table = """
        v1 Binding bindings nr
        v1 ComponentStatus componentstatuses c short=cs
        v1 ConfigMap configmaps n short=cm
        v1 Endpoints endpoints n short=ep
        v1 Event events n short=ev
        v1 LimitRange limitranges n short=limits
        v1 Namespace namespaces c short=ns sub=status,finalize
        v1 Node nodes c short=no sub=status,proxy
        v1 PersistentVolumeClaim persistentvolumeclaims n short=pvc sub=status
        v1 PersistentVolume persistentvolumes c short=pv sub=status
        v1 Pod pods ng short=po sub=status,log,exec,attach,portforward,proxy,eviction,binding,ephemeralcontainers,resize cat=all
        v1 PodTemplate podtemplates ng
        v1 ReplicationController replicationcontrollers ng short=rc sub=status,scale cat=all
        v1 ResourceQuota resourcequotas n short=quota sub=status
        v1 Secret secrets n
        v1 ServiceAccount serviceaccounts n short=sa sub=token
        v1 Service services n short=svc sub=status,proxy cat=all
        admissionregistration.k8s.io/v1 MutatingWebhookConfiguration mutatingwebhookconfigurations cg cat=api-extensions
        admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration validatingwebhookconfigurations cg cat=api-extensions
        admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy validatingadmissionpolicies cg sub=status cat=api-extensions
        admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings cg cat=api-extensions
        apiextensions.k8s.io/v1 CustomResourceDefinition customresourcedefinitions cg short=crd,crds sub=status cat=api-extensions
        apiregistration.k8s.io/v1 APIService apiservices c sub=status cat=api-extensions
        apps/v1 ControllerRevision controllerrevisions n
        apps/v1 DaemonSet daemonsets ng short=ds sub=status cat=all
        apps/v1 Deployment deployments ng short=deploy sub=status,scale cat=all
        apps/v1 ReplicaSet replicasets ng short=rs sub=status,scale cat=all
        apps/v1 StatefulSet statefulsets ng short=sts sub=status,scale cat=all
        authentication.k8s.io/v1 SelfSubjectReview selfsubjectreviews cr
        authentication.k8s.io/v1 TokenReview tokenreviews cr
        authorization.k8s.io/v1 LocalSubjectAccessReview localsubjectaccessreviews nr
        authorization.k8s.io/v1 SelfSubjectAccessReview selfsubjectaccessreviews cr
        authorization.k8s.io/v1 SelfSubjectRulesReview selfsubjectrulesreviews cr
        authorization.k8s.io/v1 SubjectAccessReview subjectaccessreviews cr
        autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers n short=hpa sub=status cat=all
        autoscaling/v1 HorizontalPodAutoscaler horizontalpodautoscalers n short=hpa sub=status cat=all at=v2
        batch/v1 CronJob cronjobs ng short=cj sub=status cat=all
        batch/v1 Job jobs ng sub=status cat=all
        certificates.k8s.io/v1 CertificateSigningRequest certificatesigningrequests c short=csr sub=status,approval
        coordination.k8s.io/v1 Lease leases n
        discovery.k8s.io/v1 EndpointSlice endpointslices n
        events.k8s.io/v1 Event events n short=ev
        flowcontrol.apiserver.k8s.io/v1 FlowSchema flowschemas cg sub=status
        flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration prioritylevelconfigurations cg sub=status
        networking.k8s.io/v1 IngressClass ingressclasses cg
        networking.k8s.io/v1 Ingress ingresses ng short=ing sub=status
        networking.k8s.io/v1 IPAddress ipaddresses cg short=ip
        networking.k8s.io/v1 NetworkPolicy networkpolicies ng short=netpol
        networking.k8s.io/v1 ServiceCIDR servicecidrs cg sub=status
        node.k8s.io/v1 RuntimeClass runtimeclasses c
        policy/v1 PodDisruptionBudget poddisruptionbudgets ng short=pdb sub=status
        rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings c
        rbac.authorization.k8s.io/v1 ClusterRole clusterroles c
        rbac.authorization.k8s.io/v1 RoleBinding rolebindings n
        rbac.authorization.k8s.io/v1 Role roles n
        resource.k8s.io/v1 DeviceClass deviceclasses cg
        resource.k8s.io/v1 ResourceClaim resourceclaims n sub=status
        resource.k8s.io/v1 ResourceClaimTemplate resourceclaimtemplates n
        resource.k8s.io/v1 ResourceSlice resourceslices cg
        scheduling.k8s.io/v1 PriorityClass priorityclasses cg short=pc
        storage.k8s.io/v1 CSIDriver csidrivers cg
        storage.k8s.io/v1 CSINode csinodes c
        storage.k8s.io/v1 CSIStorageCapacity csistoragecapacities n
        storage.k8s.io/v1 StorageClass storageclasses c short=sc
        storage.k8s.io/v1 VolumeAttachment volumeattachments c sub=status
        storage.k8s.io/v1 VolumeAttributesClass volumeattributesclasses c short=vac
        """;

    public static IEnumerable<ResourceType> All() =>
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse);

    private static ResourceType Parse(string line)
    {
        var words = line.Split(' ');
        var slash = words[0].IndexOf('/');
        var version = words[0][(slash + 1)..];
        return new ResourceType
        {
            Group = slash < 0 ? "" : words[0][..slash],
            Version = version,
            Kind = words[1],
            Plural = words[2],
            Namespaced = words[3].Contains('n'),
            HasGeneration = words[3].Contains('g'),
            Stored = !words[3].Contains('r'),
            ShortNames = List("short="),
            Subresources = List("sub="),
            Categories = List("cat="),
            StorageVersion = List("at=").FirstOrDefault(version),
        };

        string[] List(string prefix) =>
            Array.Find(words, word => word.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..].Split(',') ?? [];
    }
}
