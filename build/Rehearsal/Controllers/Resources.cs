namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>The resources that controllers deal with, as the store names them: plural and group.</summary>
internal static class Resources
{
    public const string ConfigMaps = "configmaps";
    public const string Events = "events";
    public const string Namespaces = "namespaces";
    public const string Nodes = "nodes";
    public const string PersistentVolumeClaims = "persistentvolumeclaims";
    public const string PersistentVolumes = "persistentvolumes";
    public const string Pods = "pods";
    public const string Secrets = "secrets";
    public const string ServiceAccounts = "serviceaccounts";
    public const string Services = "services";
    public const string DaemonSets = "daemonsets.apps";
    public const string Deployments = "deployments.apps";
    public const string ReplicaSets = "replicasets.apps";
    public const string StatefulSets = "statefulsets.apps";
    public const string Jobs = "jobs.batch";
    public const string EndpointSlices = "endpointslices.discovery.k8s.io";
    public const string Ingresses = "ingresses.networking.k8s.io";
    public const string IngressClasses = "ingressclasses.networking.k8s.io";
    public const string StorageClasses = "storageclasses.storage.k8s.io";
    public const string CsiDrivers = "csidrivers.storage.k8s.io";
    public const string PodDisruptionBudgets = "poddisruptionbudgets.policy";
    public const string MutatingWebhooks = "mutatingwebhookconfigurations.admissionregistration.k8s.io";
    public const string ValidatingWebhooks = "validatingwebhookconfigurations.admissionregistration.k8s.io";
    public const string CustomResourceDefinitions = "customresourcedefinitions.apiextensions.k8s.io";
    public const string Certificates = "certificates.cert-manager.io";
    public const string ClusterIssuers = "clusterissuers.cert-manager.io";
    public const string Issuers = "issuers.cert-manager.io";
    public const string CephClusters = "cephclusters.ceph.rook.io";
    public const string CephConnections = "cephconnections.csi.ceph.io";
    public const string ClientProfiles = "clientprofiles.csi.ceph.io";
    public const string CsiOperatorDrivers = "drivers.csi.ceph.io";
    public const string EngineImages = "engineimages.longhorn.io";
    public const string LonghornNodes = "nodes.longhorn.io";
    public const string LonghornSettings = "settings.longhorn.io";
    public const string LonghornVolumes = "volumes.longhorn.io";
    public const string ShareManagers = "sharemanagers.longhorn.io";
}
