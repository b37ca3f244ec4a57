using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Charts;

public sealed class ChartTests
{
    public static TheoryData<string, string> Charts => new()
    {
        { "jupyterhub", "4.4.0" },
        { "cert-manager", "v1.21.1" },
        { "rook-ceph", "v1.20.6" },
        { "ceph-csi-drivers", "1.0.4" },
        { "rook-ceph-cluster", "v1.20.6" },
        { "longhorn", "1.12.1" },
        { "external-dns", "1.21.1" },
        { "traefik", "41.3.0" },
    };

    [HelmTheory]
    [MemberData(nameof(Charts))]
    public async Task A_stand_in_has_the_published_version_passes_lint_and_renders(string chart, string version)
    {
        File.ReadAllText(Path.Combine(HelmCommandLine.StandIns, chart, "Chart.yaml")).ShouldContain($"\nversion: {version}\n");
        var lint = await HelmCommandLine.RunAsync("lint", Path.Combine(HelmCommandLine.StandIns, chart), "--kube-version", "1.35.2");
        lint.ExitCode.ShouldBe(0, lint.StandardOutput);
        Manifest.Parse(await HelmCommandLine.TemplateAsync(chart, "place")).All(document => document.Text("metadata", "name") is not null).ShouldBeTrue();
    }

    [HelmTheory]
    [InlineData("jupyterhub", "singleuser.memry.limit=1G")]
    [InlineData("jupyterhub", "proxi.service.type=ClusterIP")]
    [InlineData("jupyterhub", "proxy.service.type=Clusterip")]
    [InlineData("cert-manager", "crd.enabled=true")]
    [InlineData("cert-manager", "crds.enable=true")]
    [InlineData("traefik", "ingressclass.enabled=true")]
    [InlineData("external-dns", "policy=synch")]
    public async Task Values_that_the_published_chart_refuses_are_refused(string chart, string value)
    {
        var result = await HelmCommandLine.RunAsync("template", chart, Path.Combine(HelmCommandLine.StandIns, chart), "--set", value);
        result.ExitCode.ShouldNotBe(0);
        result.StandardError.ShouldContain("values don't meet the specifications of the schema");
    }

    [PublishedDefinitionsFact]
    public async Task What_the_charts_define_is_known_to_the_published_definitions()
    {
        var folder = PublishedSchema.Folder!;
        foreach (var chart in new[] { "cert-manager", "rook-ceph", "longhorn", "external-dns", "traefik" })
        {
            var documents = Manifest.Parse(await HelmCommandLine.TemplateAsync(chart, "place", chart == "cert-manager" ? ["--set", "crds.enabled=true"] : []));
            foreach (var own in documents.Where(each => each.Text("kind") == "CustomResourceDefinition"))
            {
                var name = own.Text("metadata", "name")!;
                var file = Path.Combine(folder, name + ".json");
                File.Exists(file).ShouldBeTrue(name);
                var published = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
                own.Text("spec", "scope").ShouldBe(published.Text("spec", "scope"), name);
                foreach (var field in new[] { "kind", "plural", "singular" })
                    own.Text("spec", "names", field).ShouldBe(published.Text("spec", "names", field), name);
                published.Items("spec", "versions").Select(version => version.Text("name")).ShouldContain(own.Items("spec", "versions").Single().Text("name"), name);
            }
        }
    }

    [HelmFact]
    public async Task The_hubs_secrets_are_the_charts_own_and_its_values_reach_the_pod()
    {
        var documents = Manifest.Parse(await HelmCommandLine.TemplateAsync(
            "jupyterhub", "place", "--set", "hub.db.pvc.storageClassName=fast", "--set", "hub.db.pvc.storage=2Gi", "--set", "proxy.service.type=ClusterIP", "--set", "hub.extraEnv.A=b"));
        JsonObject One(string kind, string name) => documents.Single(each => each.Text("kind") == kind && each.Text("metadata", "name") == name);
        One("PersistentVolumeClaim", "hub-db-dir").Text("spec", "storageClassName").ShouldBe("fast");
        One("PersistentVolumeClaim", "hub-db-dir").Text("spec", "resources", "requests", "storage").ShouldBe("2Gi");
        One("Service", "proxy-public").Text("spec", "type").ShouldBe("ClusterIP");
        var hub = One("Deployment", "hub");
        hub.Text("spec", "strategy", "type").ShouldBe("Recreate");
        hub.Items("spec", "template", "spec", "containers").Single().Items("env").Any(variable => variable.Text("name") == "A" && variable.Text("value") == "b").ShouldBeTrue();
        One("Secret", "hub").Child("data")!.Select(each => each.Key).ShouldBe(
            ["hub.config.ConfigurableHTTPProxy.auth_token", "hub.config.CryptKeeper.keys", "hub.config.JupyterHub.cookie_secret", "values.yaml"], ignoreOrder: true);
    }
}
