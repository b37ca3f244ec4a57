using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Tests.Storage;

public sealed class StorageClassesTests : IAsyncLifetime
{
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_class_that_is_not_there_or_is_as_asked_for_is_fine()
    {
        await Require(Class("ceph-rbd"));
        await _cluster.ApplyAsync(Class("ceph-rbd"));

        await Require(Class("ceph-rbd"));
    }

    [Fact]
    public async Task What_can_not_change_in_a_class_is_told_before_anything_is_written()
    {
        await _cluster.ApplyAsync(Class("ceph-rbd"));
        var writes = _cluster.Door.Writes;

        var problem = (await Refused(Class("ceph-rbd", """{"pool":"b","fsType":"ext4"}""", reclaim: "Retain"))).ShouldHaveSingleItem();

        problem.Code.ShouldBe(StorageProblems.ClassImmutable);
        problem.Message.ShouldBe("StorageClass ceph-rbd exists, and its reclaimPolicy can't change from Delete to Retain and its parameters.fsType can't change from nothing to ext4 and its parameters.pool can't change from a to b.");
        _cluster.Door.Writes.ShouldBe(writes);
    }

    [Fact]
    public async Task Another_default_class_is_told_with_the_way_to_end_that()
    {
        await _cluster.ApplyAsync(Class("local-path", isDefault: true));

        await Require(Class("longhorn-shared"));
        var problem = (await Refused(Class("ceph-rbd", isDefault: true))).ShouldHaveSingleItem();

        problem.Code.ShouldBe(StorageProblems.SecondDefault);
        problem.Message.ShouldBe("StorageClass local-path is the cluster's default, and ceph-rbd is to be it.");
        problem.NextStep.ShouldNotBeNull().ShouldStartWith($"kubectl --kubeconfig '{_cluster.Kubeconfig}' annotate storageclass local-path storageclass.kubernetes.io/is-default-class-");
    }

    private static string Class(string name, string parameters = """{"pool":"a"}""", string reclaim = "Delete", bool isDefault = false) =>
        $$"""
        {"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"{{name}}","annotations":{"storageclass.kubernetes.io/is-default-class":"{{(isDefault ? "true" : "false")}}"} },
         "provisioner":"rook-ceph.rbd.csi.ceph.com","reclaimPolicy":"{{reclaim}}","parameters":{{parameters}} }
        """;

    private Task Require(string storageClass) => StorageClasses.RequireAsync(_cluster.Client, [TestCluster.Parse(storageClass)], default);

    private async Task<IReadOnlyList<Problem>> Refused(string storageClass) => (await Should.ThrowAsync<ProblemException>(Require(storageClass))).Problems;
}
