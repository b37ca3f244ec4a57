using System.Text;

namespace KubernetesClient.Tests.Servers;

/// <summary>Kubeconfigs as text.</summary>
internal static class KubeConfig
{
    public static string Of(string cluster, string user) =>
        $$"""
          apiVersion: v1
          kind: Config
          current-context: here
          preferences: {}
          contexts:
          - name: here
            context: { cluster: a, user: b, namespace: hub }
          clusters:
          - name: a
            cluster: { {{cluster}} }
          users:
          - name: b
            user: { {{user}} }
          """;

    public static string Of(ApiServer server, string user) => Of(Trusting(server), user);

    public static string Trusting(ApiServer server) =>
        $"server: {server.Url}, certificate-authority-data: {Base64(server.Authority.Pem)}";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
