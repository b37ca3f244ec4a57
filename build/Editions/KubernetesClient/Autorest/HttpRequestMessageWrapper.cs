namespace k8s.Autorest;

/// <summary>A request that was sent.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    /// <summary>A copy of the request with its body as text.</summary>
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);

        CopyHeaders(httpRequest.Headers);
        CopyHeaders(httpRequest.Content?.Headers);
        Content = content;
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
    }

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; protected set; }

    /// <summary>Where it was sent.</summary>
    public Uri RequestUri { get; protected set; }
}
