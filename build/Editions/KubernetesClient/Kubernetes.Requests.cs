using System.Net;
using System.Text;
using k8s.Watching;

namespace k8s;

public partial class Kubernetes
{
    /// <inheritdoc/>
    protected override async Task<HttpOperationResponse<T>> CreateResultAsync<T>(
        HttpRequestMessage httpRequest,
        HttpResponseMessage httpResponse,
        bool? watch,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);

        var result = new HttpOperationResponse<T> { Request = httpRequest, Response = httpResponse };

        try
        {
            if (watch is true)
            {
                httpResponse.Content = await EventStreamContent
                    .OpenAsync(httpResponse.Content, cancellationToken)
                    .ConfigureAwait(false);
                return result;
            }

            var body = await httpResponse.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
                result.Body = await JsonSerializer
                    .DeserializeAsync<T>(body, _config.JsonSerializerOptions, cancellationToken)
                    .ConfigureAwait(false);

            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendRequest<T>(
        string relativeUri,
        HttpMethod method,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        T body,
        CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, new Uri(BaseUri, relativeUri));

        if (!_config.DisableHttp2)
            request.Version = HttpVersion.Version20;

        foreach (var (name, values) in customHeaders ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, values);
        }

        if (body is null)
            return SendRequestRaw(string.Empty, request, cancellationToken);

        var content = KubernetesJson.Serialize(body, _config.JsonSerializerOptions);
        request.Content = new StringContent(content, Encoding.UTF8, GetHeader(body));
        return SendRequestRaw(content, request, cancellationToken);
    }

    /// <summary>
    /// Sends a request with credentials and server name, and returns a response of success of which only the headers have
    /// been read. There is no timeout.
    /// </summary>
    /// <param name="requestContent">The request's body as text, for the exception.</param>
    /// <param name="httpRequest">The request, with its body.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="HttpOperationException">The server answered with another status code than success.</exception>
    protected virtual async Task<HttpResponseMessage> SendRequestRaw(
        string requestContent,
        HttpRequestMessage httpRequest,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        cancellationToken.ThrowIfCancellationRequested();

        if (Credentials is not null)
            await Credentials.ProcessHttpRequestAsync(httpRequest, cancellationToken).ConfigureAwait(false);

        // The handler checks the certificate for the name in the Host header, and sends that name as SNI.
        if (!string.IsNullOrWhiteSpace(_config.TlsServerName))
            httpRequest.Headers.Host = _config.TlsServerName;

        var response = await HttpClient
            .SendAsync(httpRequest, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);

        if (response.IsSuccessStatusCode)
            return response;

        using (httpRequest)
        using (response)
            throw await FailureAsync(requestContent, httpRequest, response, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<HttpOperationException> FailureAsync(
        string requestContent,
        HttpRequestMessage request,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);

        return new HttpOperationException(
            $"Operation returned an invalid status code '{response.StatusCode}', response body {content}")
        {
            Request = new HttpRequestMessageWrapper(request, requestContent),
            Response = new HttpResponseMessageWrapper(response, content),
        };
    }
}
