using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using KubernetesClient.Tests.Servers;

namespace KubernetesClient.Tests;

public sealed class KubeConfigTests
{
    private const string TwoContexts =
        """
        apiVersion: v1
        kind: Config
        current-context: blue
        contexts:
        - name: blue
          context: { cluster: blue-cluster, user: jo, namespace: hub }
        - name: green
          context: { cluster: green-cluster, user: jo }
        clusters:
        - name: blue-cluster
          cluster:
            server: https://blue.example:6443
            tls-server-name: kubernetes
            insecure-skip-tls-verify: true
            extensions:
            - name: minikube.sigs.k8s.io/cluster
              extension: { provider: minikube.sigs.k8s.io, version: v1.35 }
        - name: green-cluster
          cluster: { server: "https://green.example" }
        users:
        - name: jo
          user:
            token: 12345
            as: admin
            as-groups: [a, b]
        something-new: { of: a later version }
        """;

    [Fact]
    public void The_current_context_is_taken_with_its_cluster_user_and_namespace()
    {
        var config = Build(TwoContexts);

        config.CurrentContext.ShouldBe("blue");
        config.Host.ShouldBe("https://blue.example:6443");
        config.Namespace.ShouldBe("hub");
        config.TlsServerName.ShouldBe("kubernetes");
        config.SkipTlsVerify.ShouldBeTrue();
        config.AccessToken.ShouldBe("12345");
        config.SslCaCerts.ShouldBeNull();
        config.HttpClientTimeout.ShouldBe(TimeSpan.FromSeconds(100));
    }

    [Fact]
    public void Another_context_and_another_server_can_be_asked_for()
    {
        var config = Build(TwoContexts, "GREEN", "https://other.example");

        config.CurrentContext.ShouldBe("green");
        config.Host.ShouldBe("https://other.example");
        config.Namespace.ShouldBeNull();
        config.SkipTlsVerify.ShouldBeFalse();
    }

    [Fact]
    public void The_whole_file_is_readable_as_a_model()
    {
        var config = KubernetesClientConfiguration.LoadKubeConfig(KubeConfig.Stream(TwoContexts));

        config.ApiVersion.ShouldBe("v1");
        config.FileName.ShouldBeNull();
        config.Contexts.Select(c => c.Name).ShouldBe(["blue", "green"]);
        var credentials = config.Users.Single().UserCredentials;
        credentials.Impersonate.ShouldBe("admin");
        credentials.ImpersonateGroups.ShouldBe(["a", "b"]);
        var extension = config.Clusters.First().ClusterEndpoint.Extensions.Single();
        extension.Name.ShouldBe("minikube.sigs.k8s.io/cluster");
        ((IDictionary<object, object>)extension.Extension)["provider"].ShouldBe("minikube.sigs.k8s.io");
    }

    [Fact]
    public void A_server_on_every_address_is_reached_on_the_loopback_device()
    {
        Build(KubeConfig.Of("server: 'https://0.0.0.0:6443'", "token: t")).Host.ShouldBe("https://127.0.0.1:6443/");
        Build(KubeConfig.Of("server: 'https://[::]:6443'", "token: t")).Host.ShouldBe("https://[::1]:6443/");
    }

    [Theory]
    [InlineData("nowhere", "CurrentContext: nowhere not found in contexts in kubeconfig")]
    [InlineData("no-cluster", "Cluster not set for context `no-cluster` in kubeconfig")]
    [InlineData("unknown-cluster", "Cluster not found for context")]
    [InlineData("no-server", "Server not found for current-context")]
    [InlineData("bad-server", "Bad server host URL `not a url` (cannot be parsed)")]
    [InlineData("unknown-user", "User not found for context unknown-user in kubeconfig")]
    [InlineData("no-credentials", "User credentials not found for user: empty in kubeconfig")]
    [InlineData("useless-credentials", "User: useless does not have appropriate auth credentials in kubeconfig")]
    [InlineData("no-command", "must include a command to execute")]
    [InlineData("no-api-version", "External command execution missing ApiVersion key")]
    public void A_context_that_is_not_complete_is_refused_by_what_it_lacks(string context, string message)
    {
        const string broken =
            """
            contexts:
            - name: no-cluster
              context: { user: jo }
            - name: unknown-cluster
              context: { cluster: gone, user: jo }
            - name: no-server
              context: { cluster: no-server, user: jo }
            - name: bad-server
              context: { cluster: bad-server, user: jo }
            - name: unknown-user
              context: { cluster: good, user: gone }
            - name: no-credentials
              context: { cluster: good, user: empty }
            - name: useless-credentials
              context: { cluster: good, user: useless }
            - name: no-command
              context: { cluster: good, user: no-command }
            - name: no-api-version
              context: { cluster: good, user: no-api-version }
            clusters:
            - name: good
              cluster: { server: "https://good.example" }
            - name: no-server
              cluster: { insecure-skip-tls-verify: true }
            - name: bad-server
              cluster: { server: not a url }
            users:
            - name: jo
              user: { token: t }
            - name: empty
            - name: useless
              user: { username: jo }
            - name: no-command
              user: { exec: { apiVersion: client.authentication.k8s.io/v1 } }
            - name: no-api-version
              user: { exec: { command: "true" } }
            """;

        Should.Throw<KubeConfigException>(() => Build(broken, context)).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("apiVersion: v1\nkind: Config\n")]
    [InlineData("apiVersion: v1\nkind: Config\ncurrent-context: ''\ncontexts:\nclusters:\nusers:\n")]
    public void A_kubeconfig_with_nothing_in_it_has_no_server(string yaml) =>
        Should.Throw<KubeConfigException>(() => Build(yaml)).Message.ShouldContain("Cannot infer server host url");

    [Fact]
    public void Empty_lists_are_as_good_as_none() =>
        Should.Throw<KubeConfigException>(() => Build("current-context: x\ncontexts:\n")).Message.ShouldContain("not found in contexts");

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new Folder();

        Should.Throw<KubeConfigException>(() => KubernetesClientConfiguration.BuildConfigFromConfigFile(folder.Path("gone")))
            .Message.ShouldBe($"kubeconfig file not found at {folder.Path("gone")}");
        Should.Throw<KubeConfigException>(() => KubernetesClientConfiguration.LoadKubeConfig(folder.Path("gone")));
    }

    [Fact]
    public void What_is_not_base64_not_a_certificate_or_not_YAML_is_refused()
    {
        Should.Throw<FormatException>(() => Build(
            KubeConfig.Of("server: 'https://a', certificate-authority-data: '*'", "token: t")));
        Should.Throw<YamlDotNet.Core.YamlException>(() => Build("clusters: [ {"));
        Should.Throw<YamlDotNet.Core.YamlException>(() => Build("clusters: text"));
        Should.Throw<FileNotFoundException>(() => Build(
            KubeConfig.Of("server: 'https://a', certificate-authority: /no-such-file.crt", "token: t")));
        Should.Throw<FormatException>(() => new Kubernetes(Build(
            KubeConfig.Of("server: 'https://a'", "client-certificate-data: '*', client-key-data: '*'"))));
    }

    [Fact]
    public void A_client_needs_a_configuration_with_a_host_that_is_a_URL()
    {
        Should.Throw<KubeConfigException>(() => new Kubernetes(null));
        Should.Throw<KubeConfigException>(() => new Kubernetes(new KubernetesClientConfiguration()));
        Should.Throw<KubeConfigException>(() => new Kubernetes(new KubernetesClientConfiguration { Host = "not a url" }));
    }

    [Fact]
    public void Paths_are_relative_to_the_current_directory_where_that_is_asked_for()
    {
        using var folder = new Folder();
        var file = folder.Write("config", KubeConfig.Of(
            "server: 'https://a'", "client-certificate: c.crt, client-key: c.key"));

        KubernetesClientConfiguration.BuildConfigFromConfigFile(file).ClientKeyFilePath.ShouldBe(folder.Path("c.key"));
        KubernetesClientConfiguration.BuildConfigFromConfigFile(file, useRelativePaths: false)
            .ClientKeyFilePath.ShouldBe("c.key");
    }

    [Fact]
    public void A_model_made_in_code_is_as_good_as_a_file()
    {
        var config = KubernetesClientConfiguration.BuildConfigFromConfigObject(
            new K8SConfiguration
            {
                Contexts = [new Context { Name = "c", ContextDetails = new ContextDetails { Cluster = "k", User = "u" } }],
                Clusters = [new Cluster { Name = "k", ClusterEndpoint = new ClusterEndpoint { Server = "https://k" } }],
                Users = [new User { Name = "u", UserCredentials = new UserCredentials { Token = "t" } }],
            },
            "c");

        config.Host.ShouldBe("https://k");
        config.AccessToken.ShouldBe("t");
    }

    [Fact]
    public void Outside_a_pod_there_is_no_configuration_of_the_cluster()
    {
        KubernetesClientConfiguration.IsInCluster().ShouldBeFalse();
        Should.Throw<KubeConfigException>(KubernetesClientConfiguration.InClusterConfig)
            .Message.ShouldContain("automountServiceAccountToken");
    }

    private static KubernetesClientConfiguration Build(string yaml, string? context = null, string? server = null) =>
        KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig.Stream(yaml), context, server);
}
