using System.Net.Http.Headers;

namespace k8s;

/// <summary>Makes requests of operations; how they are sent is the subclass's.</summary>
public abstract partial class AbstractKubernetes
{
    /// <summary>A client.</summary>
    protected AbstractKubernetes()
    {
    }

    /// <summary>Limit of one operation, 100 s by default; a watch has none.</summary>
    public virtual TimeSpan HttpClientTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The core group's objects.</summary>
    public ICoreV1Operations CoreV1 => this;

    /// <summary>Objects of any group.</summary>
    public ICustomObjectsOperations CustomObjects => this;

    /// <summary>The server's version.</summary>
    public IVersionOperations Version => this;

    /// <summary>The content type of a request with the body.</summary>
    protected virtual MediaTypeHeaderValue GetHeader(object body)
    {
        ArgumentNullException.ThrowIfNull(body);

        var mediaType = body is not V1Patch patch ? "application/json" : patch.Type switch
        {
            V1Patch.PatchType.JsonPatch => "application/json-patch+json",
            V1Patch.PatchType.MergePatch => "application/merge-patch+json",
            V1Patch.PatchType.StrategicMergePatch => "application/strategic-merge-patch+json",
            V1Patch.PatchType.ApplyPatch => "application/apply-patch+yaml",
            _ => throw new ArgumentOutOfRangeException(nameof(body), patch.Type, "Not a type of patch"),
        };

        return new MediaTypeHeaderValue(mediaType, "utf-8");
    }

    /// <summary>Reads the object of a response; of a watch, prepares the reading of its events.</summary>
    protected abstract Task<HttpOperationResponse<T>> CreateResultAsync<T>(
        HttpRequestMessage httpRequest,
        HttpResponseMessage httpResponse,
        bool? watch,
        CancellationToken cancellationToken);

    /// <summary>Sends a request and returns a response of success, of which only the headers have been read.</summary>
    protected abstract Task<HttpResponseMessage> SendRequest<T>(
        string relativeUri,
        HttpMethod method,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        T body,
        CancellationToken cancellationToken);

    private async Task<HttpOperationResponse<T>> OperateAsync<T>(
        HttpMethod method,
        string relativeUri,
        object body,
        bool? watch,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken)
    {
        if (watch is true)
            return await ExchangeAsync(cancellationToken).ConfigureAwait(false);

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(HttpClientTimeout);
        return await ExchangeAsync(timeout.Token).ConfigureAwait(false);

        async Task<HttpOperationResponse<T>> ExchangeAsync(CancellationToken token)
        {
            var response = await SendRequest(relativeUri, method, customHeaders, body, token).ConfigureAwait(false);
            return await CreateResultAsync<T>(response.RequestMessage, response, watch, token).ConfigureAwait(false);
        }
    }
}
