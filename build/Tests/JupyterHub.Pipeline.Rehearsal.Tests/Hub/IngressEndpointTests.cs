using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Hub;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Tests.Controllers;
using JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Hub;

public sealed class IngressEndpointTests
{
    private const string Traefik = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: { name: traefik }
        spec: { controller: traefik.io/ingress-controller }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: traefik, namespace: traefik }
        spec: { containers: [{ name: traefik, image: "docker.io/traefik:v3.7.11" }] }
        """;

    private const string Web = """
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web, namespace: shop, labels: { app: web } }
        spec: { containers: [{ name: web, image: "web:1" }] }
        """;

    private static readonly string Ingress = Platform.Ingress;

    [Fact]
    public async Task A_host_is_served_only_with_a_controller_an_ingress_and_ready_pods()
    {
        await using var cluster = new RunningCluster();
        using var state = new TemporaryDirectory();
        await using var endpoint = await IngressEndpoint.StartAsync(cluster.Cluster, state, 0, CancellationToken.None);
        using var http = Client(endpoint.Port);
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("https://shop.example.test/"));
        cluster.Apply(Traefik);
        await cluster.Until(Resources.Pods, "traefik", "traefik", pod => Conditions.IsTrue(pod, "Ready"));
        (await http.GetAsync("https://shop.example.test/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        cluster.Apply(Ingress);
        (await http.GetAsync("https://shop.example.test/")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        cluster.Apply(Web);
        await cluster.Until(Resources.Pods, "shop", "web", pod => Conditions.IsTrue(pod, "Ready"));
        await cluster.Settle();
        (await http.GetAsync("https://shop.example.test/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("https://other.example.test/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_certificate_is_that_of_the_secret_at_the_moment_and_a_worthless_one_before()
    {
        await using var cluster = new RunningCluster();
        using var state = new TemporaryDirectory();
        await using var endpoint = await IngressEndpoint.StartAsync(cluster.Cluster, state, 0, CancellationToken.None);
        cluster.Apply(Ingress);
        (await SubjectAsync(endpoint.Port, "shop.example.test")).ShouldBe("CN=TRAEFIK DEFAULT CERT");
        cluster.Apply(TlsSecret("first"));
        (await SubjectAsync(endpoint.Port, "shop.example.test")).ShouldBe("CN=first");
        cluster.Apply(TlsSecret("second"));
        (await SubjectAsync(endpoint.Port, "shop.example.test")).ShouldBe("CN=second");
        (await SubjectAsync(endpoint.Port, "other.example.test")).ShouldBe("CN=TRAEFIK DEFAULT CERT");
    }

    private static System.Text.Json.Nodes.JsonObject TlsSecret(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return Documents.Named("site-tls", "shop", document =>
        {
            document["apiVersion"] = "v1";
            document["kind"] = "Secret";
            document["type"] = "kubernetes.io/tls";
            document["data"] = SecretData.Of(("tls.crt", certificate.ExportCertificatePem()), ("tls.key", key.ExportPkcs8PrivateKeyPem()));
        });
    }

    private static async Task<string> SubjectAsync(int port, string host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(host);
        return tls.RemoteCertificate!.Subject;
    }

    private static HttpClient Client(int port) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
