using System.Net;
using System.Net.Http.Headers;
using System.Text;
using k8s;

namespace KubernetesClient.Tests.Servers;

/// <summary>Requests of any kind, by what the package gives to subclasses.</summary>
internal sealed class RawClient(KubernetesClientConfiguration config, params DelegatingHandler[] handlers)
    : Kubernetes(config, handlers)
{
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string relativeUri,
        string? body = null,
        string contentType = "application/json",
        CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(method, new Uri(BaseUri, relativeUri))
        {
            Version = HttpVersion.Version20,
        };

        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));

        return SendRequestRaw(body ?? "", request, cancellationToken);
    }
}
