using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class LoadingTests : IDisposable
{
    private readonly EnvironmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("onprem-rehearsal")]
    [InlineData("onprem-example")]
    public void The_committed_environments_are_valid(string name) =>
        new EnvironmentCatalog(EnvironmentFolder.Repository).Load(name).Name.ShouldBe(name);

    [Fact]
    public void The_rehearsal_gets_its_defaults()
    {
        var rehearsal = new EnvironmentCatalog(EnvironmentFolder.Repository).Load("onprem-rehearsal");

        rehearsal.Cluster.Provider.ShouldBe(ClusterProvider.Rehearsal);
        rehearsal.Cluster.Version.ToString().ShouldBe("v1.35.2");
        rehearsal.Cluster.NodeCount.ShouldBe(3);
        rehearsal.Ingress.Address.ToString().ShouldBe("127.0.0.1");
        rehearsal.Dns.ExternalDns.OwnerId.ShouldBe("onprem-rehearsal");
        rehearsal.Dns.Bind9.Tsig.Algorithm.ShouldBe("hmac-sha256");
        rehearsal.Dns.Bind9.Tsig.Secret.ShouldBe(new SecretReference(SecretForm.Rehearsal, "hub-key"));
        rehearsal.Hub.Resources.Memory.Limit.ToString().ShouldBe("4G");
        rehearsal.Certificates.Authority.ShouldNotBeNull().Duration.ShouldBe(TimeSpan.FromHours(87600));
        rehearsal.Charts.CertManager.Repository.ShouldBe("oci://quay.io/jetstack/charts");
        File.Exists(rehearsal.Storage.Ceph.Export).ShouldBeTrue();
    }

    [Fact]
    public void Every_default_is_filled_in()
    {
        var environment = _folder.Load(EnvironmentFolder.Minimal);

        environment.Platform.ShouldBe(Platform.OnPrem);
        environment.Storage.Longhorn.Shared.MountPath.ShouldBe("/home/jovyan/shared");
        environment.Hub.Culling.Timeout.ShouldBe(TimeSpan.FromHours(1));
        environment.Hub.Storage.Size.Bytes.ShouldBe(10L << 30);
        environment.Cluster.NodeCount.ShouldBeNull();
        environment.Cluster.Version.ShouldBeNull();
        environment.Timeouts.ShouldBe(new TimeoutSettings());
        environment.Charts.ShouldBe(new ChartSettings());
        environment.SourceFile.ShouldBe(_folder.PathOf("x.yaml"));
    }

    [Fact]
    public void A_secret_reference_knows_where_it_stands()
    {
        var secret = _folder.Load(EnvironmentFolder.Minimal).Dns.Bind9.Tsig.Secret;

        secret.Path.ShouldBe("dns.bind9.tsig.secret");
        secret.Location.ShouldBe("environments/x.yaml:15:15");
        secret.ToString().ShouldBe("env HUB_TSIG");
    }

    [Fact]
    public void The_source_map_finds_values_and_the_sections_around_defaults()
    {
        var source = _folder.Load(EnvironmentFolder.Minimal).Source;

        source.LocationOf("dns.bind9.zone").ShouldBe("environments/x.yaml:12:11");
        source.LocationOf("storage.ceph.pool").ShouldBe("environments/x.yaml:6:5");
        source.LocationOf("charts.longhorn.version").ShouldBe("environments/x.yaml:1:1");
        source.Contains("storage.ceph.pool").ShouldBeFalse();
    }

    [Fact]
    public void All_problems_are_reported_at_once_in_the_order_of_their_places()
    {
        var problems = _folder.Refuse(
            """
            name: y
            clutser: {}
            cluster:
              provider: exsting
            storage:
              ceph: { export: missing.json, namespace: Rook }
            ingress: { address: 10.0.0.256 }
            dns:
              bind9: { server: ns, zone: a.example, tsig: { name: k, secret: hunter2 } }
            hub:
              host: [jupyter]
              title: 5
              culling: { every: 10 }
            """);

        problems.Select(problem => $"{problem.Code.Id} {problem.Location}").ShouldBe(
        [
            "HUB1008 environments/x.yaml:1:7",
            "HUB1010 environments/x.yaml:2:1",
            "HUB1013 environments/x.yaml:4:13",
            "HUB1115 environments/x.yaml:6:19",
            "HUB1013 environments/x.yaml:6:44",
            "HUB1013 environments/x.yaml:7:21",
            "HUB1201 environments/x.yaml:9:66",
            "HUB1012 environments/x.yaml:10:1",
            "HUB1011 environments/x.yaml:11:9",
            "HUB1011 environments/x.yaml:12:10",
            "HUB1011 environments/x.yaml:13:21",
        ], string.Join('\n', problems));
        string.Concat(problems).ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_file_that_does_not_exist_is_a_problem_of_its_path() =>
        Should.Throw<ProblemException>(() => EnvironmentLoader.Load("environments/none.yaml", _folder.Root)).Problems
            .ShouldHaveSingleItem().Location.ShouldBe("environments/none.yaml");
}
