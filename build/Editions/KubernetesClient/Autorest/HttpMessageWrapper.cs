using System.Net.Http.Headers;

namespace k8s.Autorest;

/// <summary>What remains of an HTTP message once the message itself is disposed.</summary>
public abstract class HttpMessageWrapper
{
    /// <summary>An empty wrapper.</summary>
    protected HttpMessageWrapper()
    {
    }

    /// <summary>The body as text.</summary>
    public string Content { get; set; }

    /// <summary>The message's headers and its content's.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>();

    /// <summary>Adds headers; values of a name that is there already come after the old ones.</summary>
    protected void CopyHeaders(HttpHeaders headers)
    {
        if (headers is null)
            return;

        foreach (var (name, values) in headers)
            Headers[name] = Headers.TryGetValue(name, out var earlier) ? earlier.Concat(values) : values;
    }
}
