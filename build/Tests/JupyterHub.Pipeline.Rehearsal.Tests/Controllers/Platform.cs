using JupyterHub.Pipeline.Rehearsal.Ceph;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

/// <summary>Manifests as the pipeline applies them.</summary>
internal static class Platform
{
    public const string Authority = """
        apiVersion: cert-manager.io/v1
        kind: ClusterIssuer
        metadata: { name: onprem-ca-root }
        spec: { selfSigned: {} }
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: { name: onprem-ca, namespace: cert-manager }
        spec:
          isCA: true
          commonName: Test CA
          secretName: onprem-ca
          duration: 87600h
          privateKey: { algorithm: ECDSA, size: 256, rotationPolicy: Never }
          issuerRef: { group: cert-manager.io, kind: ClusterIssuer, name: onprem-ca-root }
        ---
        apiVersion: cert-manager.io/v1
        kind: ClusterIssuer
        metadata: { name: onprem-ca }
        spec: { ca: { secretName: onprem-ca } }
        """;

    public const string Ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: site
          namespace: shop
          annotations: { cert-manager.io/cluster-issuer: onprem-ca }
        spec:
          ingressClassName: traefik
          rules: [{ host: shop.example.test, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          tls: [{ hosts: [shop.example.test], secretName: site-tls }]
        """;

    public static string ExternalCluster(string? key = null, string? fsid = null, string endpoints = "a=127.0.0.1:6789") => $$"""
        apiVersion: v1
        kind: Secret
        metadata: { name: rook-ceph-mon, namespace: rook-ceph }
        type: kubernetes.io/rook
        stringData:
          cluster-name: rook-ceph
          fsid: {{fsid ?? PretendCeph.FileSystemId}}
          admin-secret: admin-secret
          mon-secret: mon-secret
          ceph-username: client.healthchecker
          ceph-secret: {{key ?? PretendCeph.Keys[PretendCeph.HealthChecker]}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: rook-ceph-mon-endpoints, namespace: rook-ceph }
        data: { data: "{{endpoints}}", mapping: "{}", maxMonId: "2" }
        """;

    public static string ProvisionerSecret(string? key = null) => $$"""
        apiVersion: v1
        kind: Secret
        metadata: { name: rook-csi-rbd-provisioner, namespace: rook-ceph }
        type: kubernetes.io/rook
        stringData: { userID: csi-rbd-provisioner, userKey: {{key ?? PretendCeph.Keys[PretendCeph.Provisioner]}} }
        """;

    public static string NodeSecret(string? key = null) => $$"""
        apiVersion: v1
        kind: Secret
        metadata: { name: rook-csi-rbd-node, namespace: rook-ceph }
        type: kubernetes.io/rook
        stringData: { userID: csi-rbd-node, userKey: {{key ?? PretendCeph.Keys[PretendCeph.Node]}} }
        """;

    public static string CephClass(string pool = "notebooks") => $$"""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: { name: ceph-rbd }
        provisioner: rook-ceph.rbd.csi.ceph.com
        parameters:
          clusterID: rook-ceph
          pool: {{pool}}
          csi.storage.k8s.io/provisioner-secret-name: rook-csi-rbd-provisioner
          csi.storage.k8s.io/provisioner-secret-namespace: rook-ceph
          csi.storage.k8s.io/node-stage-secret-name: rook-csi-rbd-node
          csi.storage.k8s.io/node-stage-secret-namespace: rook-ceph
        reclaimPolicy: Delete
        volumeBindingMode: Immediate
        allowVolumeExpansion: true
        """;

    public static string Claim(string storageClass, string mode = "ReadWriteOnce") => $$"""
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data, namespace: shop }
        spec: { storageClassName: {{storageClass}}, accessModes: [{{mode}}], resources: { requests: { storage: 1Gi } } }
        """;

    public static readonly string[] RookDrivers =
        ["--set", "drivers.rbd.name=rook-ceph.rbd.csi.ceph.com", "--set", "drivers.cephfs.enabled=false"];

    public static readonly string[] RookCluster = ["--set", "cephImage=null", "--set", "cephClusterSpec.external.enable=true"];
}
