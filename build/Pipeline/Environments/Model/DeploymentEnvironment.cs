using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>One environment: everything that a deployment has to be told. Immutable, validated, with every default filled in.</summary>
public sealed record DeploymentEnvironment
{
    /// <summary>The environment's name; equal to its file's name without extension.</summary>
    public required string Name { get; init; }

    public Platform Platform { get; init; } = Platform.OnPrem;

    public required ClusterSettings Cluster { get; init; }

    public required StorageSettings Storage { get; init; }

    public required IngressSettings Ingress { get; init; }

    public required DnsSettings Dns { get; init; }

    public required CertificateSettings Certificates { get; init; }

    public required HubSettings Hub { get; init; }

    public ChartSettings Charts { get; init; } = new();

    public TimeoutSettings Timeouts { get; init; } = new();

    /// <summary>Full path of the environment's file.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Where the values stand in the environment's file and the files it extends.</summary>
    public SourceMap Source { get; init; } = SourceMap.Empty;

    /// <summary>What is no reason to refuse the environment, but worth saying.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>Every secret that the environment refers to.</summary>
    public IEnumerable<SecretReference> Secrets =>
        new[]
        {
            Dns.Bind9.Tsig.Secret,
            Hub.Authenticator.Dummy?.Password,
            Hub.Authenticator.Oauth?.ClientSecret,
            Certificates.Provided?.Key,
        }.OfType<SecretReference>();
}
