using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class SecretRules
{
    public static IEnumerable<Rule> All => [new(["cluster.provider", "dns.bind9.tsig", "hub.authenticator", "certificates.provided"], RehearsalsKeepToThemselves)];

    private static void RehearsalsKeepToThemselves(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Cluster.Provider == ClusterProvider.Rehearsal)
            return;
        foreach (var secret in environment.Secrets.Where(secret => secret.Form == SecretForm.Rehearsal))
            binding.Report(EnvironmentProblems.RehearsalSecret, secret.Path, $"is a rehearsal's, but cluster.provider is {environment.Cluster.Provider.ToString().ToLowerInvariant()}");
    }
}
