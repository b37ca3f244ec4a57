using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Storage;

public sealed class CephExportTests : IDisposable
{
    private const string Bash =
        """
        # made by Rook
        export ARGS="[Configurations]
        namespace = rook-ceph
        format = bash
        "
        export NAMESPACE=rook-ceph
        export ROOK_EXTERNAL_FSID=797f411a-aafe-11ec-a254-fa163e1539f5
        export ROOK_EXTERNAL_USERNAME=client.healthchecker
        export ROOK_EXTERNAL_CEPH_MON_DATA=a=10.0.0.1:3300,b=10.0.0.2:3300
        export ROOK_EXTERNAL_USER_SECRET=AQDGGDxiO8rjMxAAh1Zq==
        export CSI_RBD_NODE_SECRET=AQDHGDxi4eObAxAAy8EL==
        export CSI_RBD_NODE_SECRET_NAME=csi-rbd-node
        export CSI_RBD_PROVISIONER_SECRET='AQDHGDxi18iLAhAAR1Ld=='
        export CSI_RBD_PROVISIONER_SECRET_NAME=csi-rbd-provisioner
        export RBD_POOL_NAME=notebooks
        export RGW_POOL_PREFIX=default
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_shell_format_is_read_over_values_of_several_lines()
    {
        var export = await Read(Bash);

        export.Fsid.ShouldBe("797f411a-aafe-11ec-a254-fa163e1539f5");
        export.Monitors.ShouldBe("a=10.0.0.1:3300,b=10.0.0.2:3300");
        export.HealthChecker.ShouldBe(new CephCredentials("client.healthchecker", "AQDGGDxiO8rjMxAAh1Zq=="));
        export.Node.ShouldBe(new CephCredentials("csi-rbd-node", "AQDHGDxi4eObAxAAy8EL=="));
        export.Provisioner.ShouldBe(new CephCredentials("csi-rbd-provisioner", "AQDHGDxi18iLAhAAR1Ld=="));
        export.Pool.ShouldBe("notebooks");
        (await Read(Bash.ReplaceLineEndings("\r\n"))).ShouldBe(export);
    }

    [Fact]
    public async Task The_JSON_format_is_read_in_the_layout_of_older_versions_too()
    {
        var export = await CephExportReader.ReadAsync(Path.Combine(EnvironmentFolder.Repository, "environments/example/ceph-export.json"), "other", default);

        export.HealthChecker.User.ShouldBe("client.healthchecker");
        export.Pool.ShouldBe("other", "the environment's pool wins");
        export.Monitors.ShouldBe("a=192.0.2.1:6789,b=192.0.2.2:6789,c=192.0.2.3:6789");
    }

    [Fact]
    public async Task Names_that_carry_the_cluster_and_the_pool_are_read()
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(EnvironmentFolder.Repository, "environments/example/ceph-export.json")))
            .Replace("rook-csi-rbd-node", "rook-csi-rbd-node-berlin-notebooks", StringComparison.Ordinal)
            .Replace("\"csi-rbd-node\"", "\"csi-rbd-node-berlin-notebooks\"", StringComparison.Ordinal)
            .Replace("\"name\": \"rook-csi-rbd-provisioner\"", "\"name\": \"rook-csi-rbd-provisioner-berlin-notebooks\"", StringComparison.Ordinal);

        var export = await Read(text);

        export.Node.User.ShouldBe("csi-rbd-node-berlin-notebooks");
        export.Provisioner.User.ShouldBe("csi-rbd-provisioner");
    }

    [Fact]
    public async Task Every_value_that_is_missing_is_named()
    {
        var problems = await Refuse(Bash.Replace("export ROOK_EXTERNAL_FSID", "export FSID", StringComparison.Ordinal).Replace("RBD_POOL_NAME=notebooks", "RBD_POOL_NAME=", StringComparison.Ordinal));

        problems.Select(x => x.Message).ShouldBe([$"The Ceph export {_file} has no ROOK_EXTERNAL_FSID.", $"The Ceph export {_file} has no RBD_POOL_NAME."]);
        (await Refuse("")).Count.ShouldBe(9);
        (await Refuse("""[{"name":5,"kind":{},"data":[]},{"name":"rook-ceph-mon","kind":"Secret","data":{"fsid":7}}]""")).Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("export A=1\nls -l\n", 2, "this line is no export")]
    [InlineData("export A\n", 1, "this export has no value")]
    [InlineData("export A=1\nexport B=\"x\ny\n", 2, "this quote is not closed")]
    [InlineData("{}", 1, "this is JSON, but no list of objects")]
    [InlineData("[1]", 1, "this is JSON, but no list of objects")]
    [InlineData("[\n  {\n    oops\n", 3, "this is not JSON")]
    public async Task A_malformed_export_is_refused_with_its_line(string text, int line, string cause)
    {
        var problem = (await Refuse(text)).ShouldHaveSingleItem();

        problem.Code.ShouldBe(StorageProblems.ExportMalformed);
        problem.Location.ShouldBe($"{_file}:{line}");
        problem.Cause.ShouldNotBeNull().ShouldStartWith(cause);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_problem()
        => (await Should.ThrowAsync<ProblemException>(CephExportReader.ReadAsync(_file + ".gone", null, default))).Problems[0].Code.ShouldBe(StorageProblems.ExportUnreadable);

    [Fact]
    public async Task Keys_are_not_printed()
        => (await Read(Bash)).ToString().ShouldNotContain("AQD");

    private async Task<CephExport> Read(string text)
    {
        await File.WriteAllTextAsync(_file, text);
        return await CephExportReader.ReadAsync(_file, null, default);
    }

    private async Task<IReadOnlyList<Problem>> Refuse(string text) => (await Should.ThrowAsync<ProblemException>(Read(text))).Problems;
}
