using System.Net;

namespace k8s.Autorest;

/// <summary>A response that was received.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    /// <summary>A copy of the response with its body as text.</summary>
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);

        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content?.Headers);
        Content = content;
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
    }

    /// <summary>The status code.</summary>
    public HttpStatusCode StatusCode { get; protected set; }

    /// <summary>The text beside the status code, which HTTP/2 does not have.</summary>
    public string ReasonPhrase { get; protected set; }
}
