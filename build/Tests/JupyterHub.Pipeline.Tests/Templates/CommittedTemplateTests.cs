using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Templates.Validation;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Templates;

/// <summary>The library's own templates, over the committed environments and over one that uses every setting.</summary>
public sealed class CommittedTemplateTests : IDisposable
{
    private static readonly TemplateSource Source = new(EnvironmentFolder.Repository);

    private static readonly Dictionary<string, string> Charts = new()
    {
        ["helm-values/jupyterhub.yaml"] = "jupyterhub",
        ["helm-values/cert-manager.yaml"] = "cert-manager",
        ["helm-values/external-dns.yaml"] = "external-dns",
        ["helm-values/traefik.yaml"] = "traefik",
    };

    private readonly EnvironmentFolder _folder = new();

    public static TheoryData<string> Paths => [.. Source.Paths];

    public static TheoryData<string> Names => [.. SampleEnvironments.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_template_renders_over_every_environment(string path)
    {
        // Of the two kinds of certificates a target renders the one that applies.
        var isProvided = path == "manifests/cert-manager/provided.yaml";
        foreach (var environment in Environments().Select(environment => isProvided ? WithProvided(environment) : environment))
        {
            var rendered = await Render(path, environment);

            rendered.Shown.ShouldNotContain("s3cret");
            if (rendered.IsManifest)
                rendered.Documents.ShouldNotBeEmpty();
        }
    }

    // UPDATE_SNAPSHOTS=1 dotnet test … accepts what the templates render to now.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_people_see_of_every_template_is_as_committed(string name)
    {
        using var samples = new SampleEnvironments();
        var environment = samples.Load(name);
        var unused = environment.Certificates.Provided is null ? "/provided.yaml" : "/authority.yaml";
        var snapshots = Path.Combine(EnvironmentFolder.Repository, "build/Tests/JupyterHub.Pipeline.Tests/Templates/Snapshots", name);
        var set = new RenderedSet(null);
        foreach (var path in Source.Paths.Where(path => !path.EndsWith(unused, StringComparison.Ordinal)))
            set.Add(await SampleEnvironments.RenderAsync(path, environment));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            set.WriteTo(snapshots);

        foreach (var template in set.Templates)
        {
            File.ReadAllText(Path.Combine(snapshots, template.Path))
                .ShouldBe(template.Shown, "if the change is meant, run UPDATE_SNAPSHOTS=1 dotnet test build/Tests/JupyterHub.Pipeline.Tests --filter CommittedTemplate");
        }
    }

    [Fact]
    public void The_library_carries_its_templates_beside_its_assembly() =>
        new TemplateSource(Path.GetTempPath()).Paths.ShouldBe(Source.Paths);

    [SharedDataFact]
    public async Task The_values_satisfy_the_charts_schemas()
    {
        foreach (var (path, chart) in Charts)
        {
            var schema = new ValuesSchema(chart, JsonNode.Parse(File.ReadAllText(SharedDataFactAttribute.PathOf($"schemas/{chart}.values.schema.json")))!.AsObject());
            foreach (var environment in Environments())
                schema.Check((await Render(path, environment)).Values, $"{path} over {environment.Name}").ShouldBeEmpty();
        }
    }

    [SharedDataFact]
    public async Task The_custom_resources_satisfy_their_definitions()
    {
        var schemas = Directory.EnumerateFiles(SharedDataFactAttribute.PathOf("crds"), "*.json")
            .Select(file => new ResourceSchema(JsonNode.Parse(File.ReadAllText(file))!.AsObject()))
            .ToList();
        var seen = new HashSet<string>();
        foreach (var path in Source.Paths.Where(path => path.StartsWith("manifests/", StringComparison.Ordinal) && !path.EndsWith("/provided.yaml", StringComparison.Ordinal)))
        {
            foreach (var document in (await Render(path, Environments().First())).Documents)
            {
                if (schemas.Find(schema => schema.Describes(document)) is not { } schema)
                    continue;
                schema.Check(document, path).ShouldBeEmpty();
                seen.Add(schema.Kind);
            }
        }
        seen.ShouldContain("ClusterIssuer");
        seen.ShouldContain("Certificate");
    }

    [Fact]
    public async Task A_hostile_title_stays_one_text()
    {
        var environment = Environments().First();
        const string title = "x\"\n  evil: true";

        var values = (await Render("helm-values/jupyterhub.yaml", environment with { Hub = environment.Hub with { Title = title } })).Values;

        values.ToJsonString().ShouldContain(JsonValue.Create(title).ToJsonString());
        values.ToJsonString().ShouldNotContain("\"evil\":");
    }

    private static Task<RenderedTemplate> Render(string path, DeploymentEnvironment environment) =>
        new TemplateRenderer(Source, new Known()).RenderAsync(path, environment, new Dictionary<string, object?>
        {
            ["ceph"] = new CephExport
            {
                Fsid = "00000000-0000-4000-8000-000000000001",
                Monitors = "a=10.0.0.1:6789",
                HealthChecker = new CephCredentials("client.healthchecker", "s3cret-health"),
                Node = new CephCredentials("csi-rbd-node", "s3cret-node"),
                Provisioner = new CephCredentials("csi-rbd-provisioner", "s3cret-provisioner"),
                Pool = "notebooks",
            },
            ["certificate"] = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            ["name_server"] = new Dictionary<string, object?> { ["host"] = "10.0.0.53", ["port"] = 53 },
            ["controller_replicas"] = 2,
            ["ldap_tls_strategy"] = "on_connect",
        });

    private IEnumerable<DeploymentEnvironment> Environments()
    {
        var committed = new EnvironmentCatalog(EnvironmentFolder.Repository);
        yield return committed.Load("onprem-rehearsal");
        yield return committed.Load("onprem-example");
        yield return _folder.Load(EnvironmentFolder.Minimal);
        yield return _folder.Load(EnvironmentFolder.Minimal
            .Replace("native: {}", "ldap: { server: ldap.example.org, bindDnTemplate: ['uid={username},dc=x'] }", StringComparison.Ordinal)
            .Replace("address: 10.0.0.80", "address: 10.0.0.80\n  publish: externalIPs", StringComparison.Ordinal));
        yield return _folder.Load(EnvironmentFolder.Minimal.Replace("address: 10.0.0.80", "address: 10.0.0.80\n  publish: loadBalancer", StringComparison.Ordinal));
    }

    private static DeploymentEnvironment WithProvided(DeploymentEnvironment environment) => environment with
    {
        Certificates = new CertificateSettings
        {
            Provided = new ProvidedCertificateSettings { Certificate = "tls.crt", Key = new SecretReference(SecretForm.Env, "TLS_KEY") },
        },
    };

    private sealed class Known : ISecretSource
    {
        public Task<string> GetAsync(SecretReference reference, CancellationToken cancellation) => Task.FromResult("s3cret");
    }
}
