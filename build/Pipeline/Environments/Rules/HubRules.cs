using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments.Rules;

internal static class HubRules
{
    public static IEnumerable<Rule> All =>
    [
        new(["cluster.provider", "hub.authenticator"], DummyIsForRehearsals),
        new(["hub.authenticator", "hub.users"], SomebodyCanLogIn),
        new(["hub.authenticator.ldap"], LdapSpeaksTls),
        new(["hub.resources"], (environment, binding) => GuaranteesFit(environment.Hub.Resources, "hub.resources", binding)),
        new(["hub.profiles"], ProfilesAgree),
        new(["hub.culling"], CullingAgrees),
        new(["hub.namespace", "storage.ceph.namespace", "storage.longhorn.namespace", "ingress.namespace", "certificates.namespace", "dns.externalDns.namespace"],
            HubIsAlone),
        new(["cluster.kubeconfig"], KubeconfigIsThere),
        new(["charts.directory"], ChartsAreThere),
    ];

    private static void DummyIsForRehearsals(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Hub.Authenticator.Dummy is not null && environment.Cluster.Provider != ClusterProvider.Rehearsal)
            binding.Report(EnvironmentProblems.DummyAuthenticator, "hub.authenticator.dummy", "lets everyone in; it is for rehearsals only");
    }

    private static void SomebodyCanLogIn(DeploymentEnvironment environment, Binding binding)
    {
        var users = environment.Hub.Users;
        // Open sign-up admits whoever signs up.
        if (environment.Hub.Authenticator.Native is { OpenSignup: true })
            return;
        if (!users.AllowAll && users.Admins.Count + users.Allowed.Count == 0)
            binding.Report(EnvironmentProblems.NobodyCanLogIn, "hub.users", "names nobody, so nobody could log in");
        // NativeAuthenticator: admins are authorised at sign-up, and admit the others.
        else if (environment.Hub.Authenticator.Native is not null && users.Admins.Count == 0)
            binding.Report(EnvironmentProblems.NobodyCanLogIn, "hub.users.admins", "names nobody, but with the native authenticator an admin admits each user");
    }

    private static void LdapSpeaksTls(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Hub.Authenticator.Ldap is { UseSsl: false })
            binding.Warn(EnvironmentProblems.ClearText, "hub.authenticator.ldap.useSsl", "is false: passwords travel in clear");
    }

    private static void GuaranteesFit(ResourceSettings resources, string path, Binding binding)
    {
        foreach (var (name, range) in new[] { ("cpu", resources.Cpu), ("memory", resources.Memory) })
        {
            if (range is { Guarantee: { } guarantee, Limit: { } limit } && guarantee > limit)
                binding.Report(EnvironmentProblems.GuaranteeAboveLimit, $"{path}.{name}.guarantee", $"is {guarantee}, more than the limit of {limit}");
        }
    }

    private static void ProfilesAgree(DeploymentEnvironment environment, Binding binding)
    {
        var profiles = environment.Hub.Profiles;
        for (var index = 0; index < profiles.Count; index++)
        {
            var path = $"hub.profiles[{index}]";
            if (profiles[index].Resources is { } resources)
                GuaranteesFit(resources, $"{path}.resources", binding);
            if (profiles.Take(index).Any(earlier => earlier.Name == profiles[index].Name))
                binding.Report(EnvironmentProblems.Profiles, $"{path}.name", $"is {Binding.Quoted(profiles[index].Name)}, as is an earlier profile's");
            if (profiles[index].Default && profiles.Take(index).FirstOrDefault(earlier => earlier.Default) is { } first)
                binding.Report(EnvironmentProblems.Profiles, $"{path}.default", $"is true, but {Binding.Quoted(first.Name)} is the default already");
        }
    }

    private static void CullingAgrees(DeploymentEnvironment environment, Binding binding)
    {
        var culling = environment.Hub.Culling;
        if (!culling.Enabled)
            return;
        if (culling.Every > culling.Timeout)
        {
            binding.Report(EnvironmentProblems.Culling, "hub.culling.every",
                $"is {DurationText.Format(culling.Every)}, longer than the timeout of {DurationText.Format(culling.Timeout)}");
        }
        if (culling.MaxAge > TimeSpan.Zero && culling.MaxAge < culling.Timeout)
        {
            binding.Report(EnvironmentProblems.Culling, "hub.culling.maxAge",
                $"is {DurationText.Format(culling.MaxAge)}, shorter than the timeout of {DurationText.Format(culling.Timeout)}, which would never be reached");
        }
    }

    private static void HubIsAlone(DeploymentEnvironment environment, Binding binding)
    {
        (string Path, string Namespace)[] others =
        [
            ("storage.ceph.namespace", environment.Storage.Ceph.Namespace),
            ("storage.longhorn.namespace", environment.Storage.Longhorn.Namespace),
            ("ingress.namespace", environment.Ingress.Namespace),
            ("certificates.namespace", environment.Certificates.Namespace),
            ("dns.externalDns.namespace", environment.Dns.ExternalDns.Namespace),
        ];
        foreach (var (path, ns) in others.Where(other => other.Namespace == environment.Hub.Namespace))
            binding.Report(EnvironmentProblems.Namespaces, path, $"is '{ns}', which is the hub's namespace");
    }

    private static void KubeconfigIsThere(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Cluster.Kubeconfig is { } kubeconfig)
            Files.MustBeReadable(kubeconfig, "cluster.kubeconfig", binding);
    }

    private static void ChartsAreThere(DeploymentEnvironment environment, Binding binding)
    {
        if (environment.Charts.Directory is { } directory)
            Files.MustBeDirectory(directory, "charts.directory", binding);
    }
}
