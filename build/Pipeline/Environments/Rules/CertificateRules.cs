using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class CertificateRules
{
    public static IEnumerable<Rule> All =>
    [
        new(["certificates.authority", "certificates.provided"], LeavesDieFirst),
        new(["certificates.provided"], CertificateIsThere),
    ];

    private static void LeavesDieFirst(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Certificates.Authority is not { } authority)
            return;
        if (authority.LeafDuration >= authority.Duration)
        {
            binding.Report(EnvironmentProblems.LeafOutlivesAuthority, "certificates.authority.leafDuration",
                $"is {DurationText.Format(authority.LeafDuration)}, not shorter than the authority's {DurationText.Format(authority.Duration)}");
        }
        // cert-manager's API reference, CertificateSpec.duration: the minimum accepted is 1 hour.
        if (authority.LeafDuration < TimeSpan.FromHours(1))
            binding.Report(EnvironmentProblems.InvalidValue, "certificates.authority.leafDuration", $"is {DurationText.Format(authority.LeafDuration)}; cert-manager issues for 1h at least");
    }

    private static void CertificateIsThere(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Certificates.Provided is { } provided)
            Files.MustBeReadable(provided.Certificate, "certificates.provided.certificate", binding);
    }
}
