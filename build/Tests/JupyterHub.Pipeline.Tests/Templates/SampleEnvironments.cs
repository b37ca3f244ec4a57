using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Templates;

/// <summary>The committed environments, and those of <c>Templates/Samples</c>, which between them use every option.</summary>
internal sealed class SampleEnvironments : IDisposable
{
    public const string Secret = "s3cret";

    private static readonly string Samples = Path.Combine(EnvironmentFolder.Repository, "build/Tests/JupyterHub.Pipeline.Tests/Templates/Samples");

    private readonly EnvironmentFolder _folder = new();

    public static TemplateSource Source { get; } = new(EnvironmentFolder.Repository);

    public static IReadOnlyList<string> Names =>
        ["onprem-rehearsal", "onprem-example", .. Directory.EnumerateFiles(Samples, "*.yaml").Select(x => Path.GetFileNameWithoutExtension(x)).Order(StringComparer.Ordinal)];

    public DeploymentEnvironment Load(string name)
    {
        var sample = Path.Combine(Samples, name + ".yaml");
        if (!File.Exists(sample))
            return new EnvironmentCatalog(EnvironmentFolder.Repository).Load(name);
        var environment = _folder.Load(File.ReadAllText(sample), name + ".yaml");
        // Its files would have to exist.
        return name != "every-option" ? environment : environment with
        {
            Certificates = environment.Certificates with
            {
                Provided = new ProvidedCertificateSettings { Certificate = "tls.crt", Key = new SecretReference(SecretForm.Env, "TLS_KEY") },
            },
        };
    }

    public static Task<RenderedTemplate> RenderAsync(string path, DeploymentEnvironment environment)
        => new TemplateRenderer(Source, new Known()).RenderAsync(path, environment, new Dictionary<string, object?>
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
        });

    public void Dispose() => _folder.Dispose();

    private sealed class Known : ISecretSource
    {
        public Task<string> GetAsync(SecretReference reference, CancellationToken cancellation) => Task.FromResult(Secret);
    }
}
