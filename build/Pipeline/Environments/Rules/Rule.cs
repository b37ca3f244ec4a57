using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

/// <summary>What must hold between values of an environment.</summary>
/// <param name="Paths">The values that it looks at; it is not asked while one of them is known to be wrong.</param>
/// <param name="Check">Reports what does not hold.</param>
internal sealed record Rule(IReadOnlyList<string> Paths, Action<DeploymentEnvironment, Binding> Check)
{
    public static IEnumerable<Rule> All => [.. ClusterRules.All, .. StorageRules.All, .. DnsRules.All, .. CertificateRules.All, .. HubRules.All, .. SecretRules.All];

    public void Apply(DeploymentEnvironment environment, Binding binding)
    {
        if (Paths.All(binding.IsSound))
            Check(environment, binding);
    }
}
