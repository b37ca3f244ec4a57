using k8s;
using k8s.Exceptions;
using KubernetesClient.Tests.Servers;

namespace KubernetesClient.Tests;

public sealed class MergedKubeConfigTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("KUBECONFIG");
    private readonly Folder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("KUBECONFIG", _before);
        _folder.Dispose();
    }

    [Fact]
    public void The_first_file_wins_for_every_name_and_the_rest_is_added()
    {
        Set(
            _folder.Write("one", Config(null, "a", "https://one", "token: one")),
            _folder.Write("two", Config("b", "a", "https://two", "token: two")));

        var current = KubernetesClientConfiguration.BuildDefaultConfig();
        current.CurrentContext.ShouldBe("b");

        Set(
            _folder.Write("three", Config("a", "a", "https://three", "token: three")),
            _folder.Path("one"),
            _folder.Path("two"));

        var first = KubernetesClientConfiguration.BuildDefaultConfig();
        first.CurrentContext.ShouldBe("a");
        first.Host.ShouldBe("https://three");
        first.AccessToken.ShouldBe("three");
    }

    [Fact]
    public void A_context_may_use_a_cluster_and_a_user_of_other_files()
    {
        Set(
            _folder.Write("context", "kind: Config\ncurrent-context: c\ncontexts:\n- { name: c, context: { cluster: k, user: u } }\n"),
            _folder.Write("cluster", "kind: Config\nclusters:\n- { name: k, cluster: { server: 'https://k' } }\n"),
            _folder.Write("user", "kind: Config\nusers:\n- { name: u, user: { token: t } }\n"));

        var config = KubernetesClientConfiguration.BuildDefaultConfig();

        config.Host.ShouldBe("https://k");
        config.AccessToken.ShouldBe("t");
    }

    [Fact]
    public void Paths_are_relative_to_the_file_that_has_them()
    {
        using var authority = new Authority();
        _folder.Write("two/ca.crt", authority.Pem);
        Set(
            _folder.Write("one/config", "kind: Config\ncurrent-context: a\n"),
            _folder.Write("two/config", Config(
                null, "a", "https://a", "client-certificate: keys/c.crt, client-key: keys/c.key", ", certificate-authority: ca.crt")));

        var config = KubernetesClientConfiguration.BuildDefaultConfig();

        config.ClientCertificateFilePath.ShouldBe(_folder.Path("two/keys/c.crt"));
        config.ClientKeyFilePath.ShouldBe(_folder.Path("two/keys/c.key"));
        config.SslCaCerts.Single().Subject.ShouldBe("CN=test authority");
    }

    [Fact]
    public void Empty_entries_of_the_list_are_passed_over()
    {
        Set("", _folder.Write("one", Config("a", "a", "https://one", "token: one")), "");

        KubernetesClientConfiguration.BuildDefaultConfig().Host.ShouldBe("https://one");
    }

    [Fact]
    public void A_file_of_the_list_that_is_missing_or_of_another_kind_is_refused()
    {
        var one = _folder.Write("one", Config("a", "a", "https://one", "token: one"));

        Set(one, _folder.Path("gone"));
        Should.Throw<KubeConfigException>(KubernetesClientConfiguration.BuildDefaultConfig).Message.ShouldContain("gone");

        Set(one, _folder.Write("list", "kind: List\n"));
        Should.Throw<KubeConfigException>(KubernetesClientConfiguration.BuildDefaultConfig)
            .Message.ShouldContain("\"kind\" are different");
    }

    private static void Set(params string[] files) =>
        Environment.SetEnvironmentVariable("KUBECONFIG", string.Join(Path.PathSeparator, files));

    private static string Config(
        string? current,
        string name,
        string server,
        string user,
        string cluster = "") =>
        $$"""
            kind: Config
            {{(current is null ? "" : $"current-context: {current}")}}
            contexts:
            - name: {{name}}
              context: { cluster: {{name}}, user: {{name}} }
            - name: b
              context: { cluster: {{name}}, user: {{name}} }
            clusters:
            - name: {{name}}
              cluster: { server: '{{server}}' {{cluster}} }
            users:
            - name: {{name}}
              user: { {{user}} }

            """;
}
