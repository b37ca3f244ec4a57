using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Charts;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

public sealed class LonghornTests
{
    [HelmFact]
    public async Task Longhorn_makes_its_class_and_driver_once_its_managers_run()
    {
        await using var cluster = new RunningCluster(nodes: 0);
        cluster.Apply(await HelmCommandLine.TemplateAsync("longhorn", "longhorn-system", "--no-hooks", "--set", "persistence.defaultClass=false"));
        await cluster.Settle();
        cluster.Cluster.Get(Resources.StorageClasses, null, "longhorn").ShouldBeNull();
        JupyterHub.Pipeline.Rehearsal.Controllers.Nodes.SimulatedNodes.Provide(cluster.Cluster, 3);
        var storageClass = await cluster.Until(Resources.StorageClasses, null, "longhorn", _ => true);
        storageClass.Text("metadata", "annotations", "storageclass.kubernetes.io/is-default-class").ShouldBe("false");
        storageClass.Text("parameters", "numberOfReplicas").ShouldBe("3");
        await cluster.Until(Resources.Deployments, "longhorn-system", "csi-provisioner", each => each.Number("status", "availableReplicas") == 3);
        await cluster.Until(Resources.DaemonSets, "longhorn-system", "longhorn-csi-plugin", each => each.Number("status", "numberAvailable") == 3);
        cluster.Cluster.Get(Resources.CsiDrivers, null, "driver.longhorn.io").ShouldNotBeNull();
        var nodes = cluster.Cluster.List(Resources.LonghornNodes);
        nodes.Count.ShouldBe(3);
        nodes.ShouldAllBe(node => Conditions.IsTrue(node, "Ready") && Conditions.IsTrue(node, "Schedulable"));
        cluster.Cluster.List(Resources.EngineImages).ShouldHaveSingleItem().Text("status", "state").ShouldBe("deployed");
    }

    [HelmFact]
    public async Task A_shared_claim_is_bound_and_its_volume_is_attached_where_it_is_used()
    {
        await using var cluster = new RunningCluster();
        cluster.Apply("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: shared }\nprovisioner: driver.longhorn.io\nparameters: { numberOfReplicas: \"3\" }\nreclaimPolicy: Retain");
        cluster.Apply(Platform.Claim("shared", "ReadWriteMany"));
        await cluster.UntilEvent("shop", "data", "external provisioner 'driver.longhorn.io'");
        cluster.Apply(await HelmCommandLine.TemplateAsync("longhorn", "longhorn-system", "--no-hooks"));
        var claim = await cluster.Until(Resources.PersistentVolumeClaims, "shop", "data", each => each.Text("status", "phase") == "Bound");
        var name = claim.Text("spec", "volumeName")!;
        await cluster.Until(Resources.LonghornVolumes, "longhorn-system", name, each => each.Text("status", "state") == "detached");
        cluster.Apply("""
            apiVersion: v1
            kind: Pod
            metadata: { name: user, namespace: shop }
            spec: { containers: [{ name: user, image: user }], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }] }
            """);
        await cluster.Until(Resources.LonghornVolumes, "longhorn-system", name, each => each.Text("status", "robustness") == "healthy" && each.Text("status", "shareState") == "running");
        cluster.Cluster.Delete(new ObjectKey(Resources.PersistentVolumeClaims, "shop", "data"));
        await cluster.Until(Resources.PersistentVolumes, null, name, each => each.Text("status", "phase") == "Released");
    }
}
