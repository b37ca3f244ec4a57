using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Tests.Environments;

/// <summary>Each case changes the minimal environment in one line and expects exactly one problem.</summary>
public sealed class RuleTests : IDisposable
{
    private static readonly string[] Lines = EnvironmentFolder.Minimal.Split('\n');

    private readonly EnvironmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // keys and types
    [InlineData("  host:", "  host: jupyter.data.example.org\n  hots: x", "HUB1010", "hub.hots", 18, 3)]
    [InlineData("      name: hub-key", "      name: hub-key\n      zone: x", "HUB1010", "dns.bind9.tsig.zone", 15, 7)]
    [InlineData("  host:", "  host: {}", "HUB1011", "hub.host", 17, 9)]
    [InlineData("  host:", "  host: 5", "HUB1011", "hub.host", 17, 9)]
    [InlineData("  host:", "  host:", "HUB1012", "hub.host", 17, 3)]
    [InlineData("  provider:", "  provider: kubeadm", "HUB1013", "cluster.provider", 3, 13)]
    [InlineData("  address:", "  address: 10.0.0", "HUB1013", "ingress.address", 8, 12)]
    [InlineData("  address:", "  address: 10.0.0.80\n  install: yes", "HUB1011", "ingress.install", 9, 12)]
    [InlineData("    server:", "    server: 10.0.0.53\n    port: 0", "HUB1013", "dns.bind9.port", 12, 11)]
    [InlineData("    server:", "    server: 10.0.0.53\n    port: 53.5", "HUB1011", "dns.bind9.port", 12, 11)]
    [InlineData("    server:", "    server: 10.0.0.300", "HUB1013", "dns.bind9.server", 11, 13)]
    [InlineData("    server:", "    server: name_server", "HUB1013", "dns.bind9.server", 11, 13)]
    [InlineData("      name: hub-key", "      name: hub-key\n      algorithm: hmac-sha26", "HUB1013", "dns.bind9.tsig.algorithm", 15, 18)]
    [InlineData("      secret:", "      secret: aHVudGVyMg==", "HUB1201", "dns.bind9.tsig.secret", 15, 15)]
    [InlineData("      secret:", "      secret: { env: aHVudGVyMg== }", "HUB1013", "dns.bind9.tsig.secret.env", 15, 22)]
    [InlineData("      secret:", "      secret: { env: A, file: b }", "HUB1014", "dns.bind9.tsig.secret", 15, 25)]
    [InlineData("      secret:", "      secret: { file: 20261122 }", "HUB1013", "dns.bind9.tsig.secret.file", 15, 23)]
    [InlineData("      secret:", "      secret: {}", "HUB1012", "dns.bind9.tsig.secret", 15, 7)]
    [InlineData("      secret:", "      secret: { command: sops -d x }", "HUB1011", "dns.bind9.tsig.secret.command", 15, 26)]
    [InlineData("      secret:", "      secret: { command: [] }", "HUB1013", "dns.bind9.tsig.secret.command", 15, 26)]
    [InlineData("    native:", "    native: {}\n    ldap: { server: l, bindDnTemplate: ['{username}'] }", "HUB1014", "hub.authenticator", 20, 5)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  network: { egress: [10.1.0.1/16] }", "HUB1013", "hub.network.egress[0]", 18, 23)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  network: { egress: 10.1.0.0/16 }", "HUB1011", "hub.network.egress", 18, 22)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  startTimeout: 10 minutes", "HUB1013", "hub.startTimeout", 18, 17)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  startTimeout: 0s", "HUB1013", "hub.startTimeout", 18, 17)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  storage: { size: 10GB }", "HUB1013", "hub.storage.size", 18, 20)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  storage: { size: -1Gi }", "HUB1013", "hub.storage.size", 18, 20)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  title: '  '", "HUB1013", "hub.title", 18, 10)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  title: \"a\\0b\"", "HUB1013", "hub.title", 18, 10)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  namespace: Hub", "HUB1013", "hub.namespace", 18, 14)]
    // between values
    [InlineData("name: x", "name: other", "HUB1008", "name", 1, 7)]
    [InlineData("  host:", "  host: jupyter.example.org", "HUB1101", "hub.host", 17, 9)]
    [InlineData("  host:", "  host: jupyterdata.example.org", "HUB1101", "hub.host", 17, 9)]
    [InlineData("  host:", "  host: data.example.org", "HUB1101", "hub.host", 17, 9)]
    [InlineData("    native:", "    dummy: { password: { env: A } }", "HUB1102", "hub.authenticator.dummy", 19, 12)]
    [InlineData("    admins:", "    admins: []", "HUB1103", "hub.users", 21, 5)]
    [InlineData("    admins:", "    allowed: [bob]", "HUB1103", "hub.users.admins", 21, 5)]
    [InlineData("    export:", "    export: none.json", "HUB1115", "storage.ceph.export", 6, 13)]
    [InlineData("  provider:", "  provider: existing\n  version: v1.32.1", "HUB1105", "charts.certManager.version", 4, 12)]
    [InlineData("  provider:", "  provider: existing\n  servers: [a]", "HUB1106", "cluster.servers", 4, 12)]
    [InlineData("  provider:", "  provider: existing\n  rehearsal: { nodes: 1 }", "HUB1106", "cluster.rehearsal", 4, 14)]
    [InlineData("  provider:", "  provider: existing\n  kubeconfig: none", "HUB1115", "cluster.kubeconfig", 4, 15)]
    [InlineData("  provider:", "  provider: rke2\n  version: v1.35.7+rke2r1\n  servers: [a, b, c]\n  kubeconfig: export.json", "HUB1106", "cluster.kubeconfig", 6, 15)]
    [InlineData("  provider:", "  provider: rke2\n  servers: [a, b, c]", "HUB1012", "cluster.version", 3, 3)]
    [InlineData("  provider:", "  provider: rke2\n  version: v1.35.7\n  servers: [a, b, c]", "HUB1013", "cluster.version", 4, 12)]
    [InlineData("  provider:", "  provider: rke2\n  version: v1.35.7+rke2r1\n  agents: [a, b, c]", "HUB1012", "cluster.servers", 3, 3)]
    [InlineData("  provider:", "  provider: rke2\n  version: v1.35.7+rke2r1\n  servers: [a, b, c]\n  agents: [d, B]", "HUB1117", "cluster.agents[1]", 6, 15)]
    [InlineData("  provider:", "  provider: rke2\n  version: v1.35.7+rke2r1\n  servers: [a]", "HUB1104", "storage.longhorn.replicas", 7, 3)]
    [InlineData("      secret:", "      secret: { rehearsal: hub-key }", "HUB1108", "dns.bind9.tsig.secret", 15, 15)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  profiles: [{ name: A, default: true }, { name: B, default: true }]", "HUB1109", "hub.profiles[1].default", 18, 62)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  profiles: [{ name: A }, { name: A }]", "HUB1109", "hub.profiles[1].name", 18, 35)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  profiles: [{ name: A, resources: { cpu: { guarantee: 3, limit: 2 } } }]", "HUB1110", "hub.profiles[0].resources.cpu.guarantee", 18, 56)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  resources: { memory: { guarantee: 5G, limit: 4Gi } }", "HUB1110", "hub.resources.memory.guarantee", 18, 37)]
    [InlineData("ingress:", "certificates: { authority: { duration: 24h } }\ningress:", "HUB1111", "certificates.authority.leafDuration", 7, 28)]
    [InlineData("ingress:", "certificates: { authority: { leafDuration: 10m } }\ningress:", "HUB1013", "certificates.authority.leafDuration", 7, 44)]
    [InlineData("ingress:", "certificates: { authority: {}, provided: { certificate: export.json, key: { env: K } } }\ningress:", "HUB1014", "certificates", 7, 32)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: a, type: A, values: ['::1'] }]", "HUB1112", "dns.bind9.records[0].values[0]", 12, 44)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: a, type: AAAA, values: [10.0.0.1] }]", "HUB1112", "dns.bind9.records[0].values[0]", 12, 47)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: a, type: CNAME, values: [10.0.0.1] }]", "HUB1112", "dns.bind9.records[0].values[0]", 12, 48)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: '@', type: CNAME, values: [b.example] }]", "HUB1112", "dns.bind9.records[0].type", 12, 34)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: a.data.example.org, type: A, values: [10.0.0.1] }]", "HUB1112", "dns.bind9.records[0].name", 12, 23)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: 'a b', type: A, values: [10.0.0.1] }]", "HUB1112", "dns.bind9.records[0].name", 12, 23)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: jupyter, type: A, values: [10.0.0.1] }]", "HUB1113", "dns.bind9.records[0].name", 12, 23)]
    [InlineData("    server:", "    server: ns\n    records: [{ name: a, type: A, values: [10.0.0.1] }, { name: a, type: CNAME, values: [b.example] }]", "HUB1113", "dns.bind9.records[1]", 12, 57)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  culling: { timeout: 5m }", "HUB1114", "hub.culling.every", 18, 12)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  culling: { maxAge: 30m }", "HUB1114", "hub.culling.maxAge", 18, 22)]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  namespace: traefik", "HUB1118", "ingress.namespace", 8, 3)]
    [InlineData("hub:", "charts: { directory: nowhere }\nhub:", "HUB1115", "charts.directory", 16, 22)]
    [InlineData("hub:", "charts: { longhorn: { repository: 'ftp://x/y' } }\nhub:", "HUB1013", "charts.longhorn.repository", 16, 35)]
    public void A_wrong_value_is_refused_with_its_code_path_and_place(string line, string replacement, string code, string path, int row, int column)
    {
        var problem = _folder.Refuse(With(line, replacement)).ShouldHaveSingleItem();

        problem.Code.Id.ShouldBe(code, problem.ToString());
        problem.Message.ShouldStartWith(path + " ");
        problem.Location.ShouldBe($"environments/x.yaml:{row}:{column}", problem.Message);
        problem.ToString().ShouldNotContain("aHVudGVyMg");
        problem.ToString().ShouldNotContain("20261122");
    }

    [Theory]
    [InlineData("  provider:", "  provider: kubeadm", "cluster.provider is 'kubeadm'; it must be one of rehearsal, existing, rke2")]
    [InlineData("      name: hub-key", "      name: hub-key\n      algorithm: sha256", "dns.bind9.tsig.algorithm is 'sha256'; it must be one of hmac-sha256, hmac-sha512, hmac-sha384, hmac-sha224, hmac-sha1; did you mean 'hmac-sha256'?")]
    [InlineData("  address:", "  address: 10.0.0.80\n  install: yes", "ingress.install is text; it must be true or false; YAML 1.2 spells it true")]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  image: { tag: 5 }", "hub.image.tag is a number; it must be an image's tag; write \"5\" if you mean the text")]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  network: { egress: [10.1.2.0/16] }", "hub.network.egress[0] is '10.1.2.0/16'; it must be a network in CIDR notation such as 10.1.0.0/16 (the network is 10.1.0.0/16)")]
    [InlineData("  host:", "  host: jupyter.data.example.org\n  zone: x", "hub.zone is unknown; did you mean dns.bind9.zone?")]
    public void The_message_says_what_is_allowed_and_what_is_nearest(string line, string replacement, string message) =>
        _folder.Refuse(With(line, replacement)).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void An_even_number_of_servers_is_a_warning()
    {
        var warning = _folder.Load(With("  provider:", "  provider: rke2\n  version: v1.35.7+rke2r1\n  servers: [a, b]\n  agents: [c]")).Warnings.ShouldHaveSingleItem();

        warning.Code.ShouldBe(EnvironmentProblems.EvenServers);
        warning.Location.ShouldBe("environments/x.yaml:5:12");
    }

    [Fact]
    public void A_directory_without_TLS_is_a_warning() =>
        _folder.Load(With("    native:", "    ldap: { server: ldap.example.org, bindDnTemplate: ['{username}'], useSsl: false }")).Warnings
            .ShouldHaveSingleItem().Code.ShouldBe(EnvironmentProblems.ClearText);

    [Fact]
    public void A_rehearsal_needs_no_server_address_or_version_and_may_use_the_dummy()
    {
        var text = EnvironmentFolder.Minimal
            .Replace("provider: existing", "provider: rehearsal", StringComparison.Ordinal)
            .Replace("    server: 10.0.0.53\n", "", StringComparison.Ordinal)
            .Replace("ingress:\n  address: 10.0.0.80\n", "", StringComparison.Ordinal)
            .Replace("native: {}", "dummy: { password: { rehearsal: p } }", StringComparison.Ordinal);

        _folder.Load(text).Hub.Authenticator.Dummy.ShouldNotBeNull().Password.Target.ShouldBe("p");
    }

    [Theory]
    [InlineData("v1.35.2", 3, "")]
    [InlineData("v1.32.9+rke2r1", 3, "HUB1105")]
    [InlineData("v1.37.0", 3, "HUB1105 HUB1105 HUB1105")]
    [InlineData("v1.35.2", 2, "HUB1104")]
    public void A_live_cluster_is_checked_when_its_version_and_size_are_known(string version, int nodes, string codes)
    {
        KubernetesVersion.TryParse(version, out var live).ShouldBeTrue();

        string.Join(' ', EnvironmentChecks.AgainstCluster(_folder.Load(EnvironmentFolder.Minimal), live, nodes).Select(problem => problem.Code.Id)).ShouldBe(codes);
    }

    [Fact]
    public void Problems_of_defaults_stand_where_their_other_half_is_written() =>
        _folder.Refuse(With("  provider:", "  provider: existing\n  version: v1.30.1")).Select(problem => problem.Location).Distinct()
            .ShouldHaveSingleItem().ShouldBe("environments/x.yaml:4:12");

    private static string With(string line, string replacement)
    {
        var index = Array.FindIndex(Lines, candidate => candidate.StartsWith(line, StringComparison.Ordinal));
        index.ShouldBeGreaterThanOrEqualTo(0, line);
        return string.Join('\n', Lines[..index]) + (index > 0 ? "\n" : "") + replacement + "\n" + string.Join('\n', Lines[(index + 1)..]);
    }
}
