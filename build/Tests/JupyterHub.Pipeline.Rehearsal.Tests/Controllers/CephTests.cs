using JupyterHub.Pipeline.Rehearsal.Ceph;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class CephTests
{
    [HelmFact]
    public async Task A_claim_is_bound_only_after_class_driver_cluster_and_secret_are_there()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(Platform.Claim("ceph-rbd"));
        await cluster.UntilEvent("shop", "data", "storageclass.storage.k8s.io \"ceph-rbd\" not found");
        cluster.Apply(Platform.CephClass());
        await cluster.UntilEvent("shop", "data", "Waiting for a volume to be created either by the external provisioner 'rook-ceph.rbd.csi.ceph.com'");
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph", "rook-ceph"));
        cluster.Apply(await HelmCommandLine.TemplateAsync("ceph-csi-drivers", "rook-ceph", Platform.RookDrivers));
        await cluster.UntilEvent("shop", "data", "missing configuration for cluster ID \"rook-ceph\"");
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph-cluster", "rook-ceph", Platform.RookCluster));
        await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "phase") == "Connecting");
        cluster.Apply(Platform.ExternalCluster());
        await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "phase") == "Connected");
        await cluster.UntilEvent("shop", "data", "error getting secret rook-csi-rbd-provisioner in namespace rook-ceph");
        cluster.Cluster.Get(Resources.PersistentVolumeClaims, "shop", "data").Text("status", "phase").ShouldBe("Pending");
        cluster.Apply(Platform.ProvisionerSecret());
        var claim = await cluster.Until(Resources.PersistentVolumeClaims, "shop", "data", each => each.Text("status", "phase") == "Bound");
        var volume = cluster.Cluster.Get(Resources.PersistentVolumes, null, claim.Text("spec", "volumeName")!);
        volume.Text("spec", "csi", "volumeAttributes", "pool").ShouldBe("notebooks");
        cluster.Cluster.Delete(new ObjectKey(Resources.PersistentVolumeClaims, "shop", "data"));
        await cluster.Settle();
        cluster.Cluster.List(Resources.PersistentVolumes).ShouldBeEmpty();
    }

    [HelmTheory]
    [InlineData("QVFBQUFBQUFBQUFBQUFBQXdyb25nLi4uLi4uLi4uLg==", null, "a=127.0.0.1:6789", "RADOS permission denied")]
    [InlineData("not base64!", null, "a=127.0.0.1:6789", "invalid user health checker key")]
    [InlineData(null, "11111111-2222-3333-4444-555555555555", "a=127.0.0.1:6789", "is not the cluster's")]
    [InlineData(null, null, "a=127.0.0.9:6789", "no monitor answers")]
    [InlineData(null, null, "127.0.0.1", "failed to parse mon endpoints")]
    public async Task With_a_wrong_export_the_cluster_stays_connecting_and_says_why_and_recovers(string? key, string? fsid, string endpoints, string why)
    {
        await using var cluster = await ConnectingAsync();
        cluster.Apply(Platform.ExternalCluster(key, fsid, endpoints));
        var ceph = await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "message")?.Contains(why, StringComparison.Ordinal) == true);
        ceph.Text("status", "phase").ShouldBe("Connecting");
        cluster.Cluster.List(Resources.ClientProfiles).ShouldBeEmpty();
        cluster.Apply(Platform.ExternalCluster());
        await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "phase") == "Connected" && each.Text("status", "ceph", "health") == "HEALTH_OK");
    }

    [HelmFact]
    public async Task A_local_ceph_image_that_is_newer_than_the_external_cluster_is_refused()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph", "rook-ceph"));
        cluster.Apply(Platform.ExternalCluster());
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph-cluster", "rook-ceph", "--set", "cephClusterSpec.external.enable=true", "--set", "cephClusterSpec.dataDirHostPath=/var/lib/rook"));
        var ceph = await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "message") is not null);
        ceph.Text("status", "message")!.ShouldContain("this must never happen");
    }

    [HelmTheory]
    [InlineData("other", null, "pool not found: pool (other) not found in Ceph cluster")]
    [InlineData("notebooks", "AQAAAAAAAAAAABAAd3Jvbmcta2V5Li4uLi4uLg==", "Permission denied")]
    public async Task A_claim_stays_pending_with_a_wrong_pool_or_key(string pool, string? key, string why)
    {
        await using var cluster = await ConnectingAsync();
        cluster.Apply(await HelmCommandLine.TemplateAsync("ceph-csi-drivers", "rook-ceph", Platform.RookDrivers));
        cluster.Apply(Platform.ExternalCluster());
        cluster.Apply(Platform.ProvisionerSecret(key));
        cluster.Apply(Platform.CephClass(pool));
        cluster.Apply(Platform.Claim("ceph-rbd"));
        await cluster.UntilEvent("shop", "data", why);
        cluster.Cluster.Get(Resources.PersistentVolumeClaims, "shop", "data").Text("status", "phase").ShouldBe("Pending");
    }

    [HelmFact]
    public async Task A_bound_claim_is_mounted_only_with_the_key_of_the_nodes()
    {
        await using var cluster = await ConnectingAsync();
        cluster.Apply(await HelmCommandLine.TemplateAsync("ceph-csi-drivers", "rook-ceph", Platform.RookDrivers));
        cluster.Apply(Platform.ExternalCluster());
        cluster.Apply(Platform.ProvisionerSecret());
        cluster.Apply(Platform.CephClass());
        cluster.Apply(Platform.Claim("ceph-rbd"));
        cluster.Apply("""
            apiVersion: v1
            kind: Pod
            metadata: { name: user, namespace: shop }
            spec: { containers: [{ name: user, image: user }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }] }
            """);
        await cluster.UntilEvent("shop", "user", "failed to find the secret rook-csi-rbd-node in the namespace rook-ceph");
        cluster.Apply(Platform.NodeSecret("AQAAAAAAAAAAABAAd3Jvbmcta2V5Li4uLi4uLg=="));
        await cluster.UntilEvent("shop", "user", "rados: ret=-13, Permission denied");
        Conditions.IsTrue(cluster.Cluster.Get(Resources.Pods, "shop", "user"), "Ready").ShouldBeFalse();
        cluster.Apply(Platform.NodeSecret());
        await cluster.Until(Resources.Pods, "shop", "user", pod => Conditions.IsTrue(pod, "Ready"));
    }

    [Fact]
    public async Task A_pod_waits_until_its_claim_is_bound()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply(Platform.Claim("nowhere"));
        cluster.Apply("""
            apiVersion: v1
            kind: Pod
            metadata: { name: user, namespace: shop }
            spec: { containers: [{ name: user, image: user }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }] }
            """);
        var pod = await cluster.Until(Resources.Pods, "shop", "user", each => Conditions.Find(each, "PodScheduled") is not null);
        Conditions.Find(pod, "PodScheduled").Text("message")!.ShouldContain("pod has unbound immediate PersistentVolumeClaims");
        pod.Text("spec", "nodeName").ShouldBeNull();
    }

    [Fact]
    public void The_export_that_the_repository_carries_is_of_the_pretend_cluster()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "global.json")))
            root = root.Parent;
        var export = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(root!.FullName, "environments", "rehearsal", "ceph-export.json")))!.AsArray();
        var data = export.ToDictionary(each => each.Text("name")!, each => each.Child("data"));
        data["rook-ceph-mon"].Text("fsid").ShouldBe(PretendCeph.FileSystemId);
        MonitorEndpoints.TryParse(data["rook-ceph-mon-endpoints"].Text("data"), out var endpoints).ShouldBeTrue();
        endpoints!.ReachPretendCeph.ShouldBeTrue();
        foreach (var name in new[] { "rook-ceph-operator-creds", "rook-csi-rbd-node", "rook-csi-rbd-provisioner" })
            PretendCeph.Accepts(data[name].Text("userID")!, data[name].Text("userKey")!).ShouldBeTrue(name);
        PretendCeph.Pools.ShouldContain(data["ceph-rbd"].Text("pool"));
    }

    private static async Task<RunningCluster> ConnectingAsync()
    {
        var cluster = new RunningCluster();
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph", "rook-ceph"));
        cluster.Apply(await HelmCommandLine.TemplateAsync("rook-ceph-cluster", "rook-ceph", Platform.RookCluster));
        await cluster.Until(Resources.CephClusters, "rook-ceph", "rook-ceph", each => each.Text("status", "phase") == "Connecting");
        return cluster;
    }
}
