namespace k8s.Autorest;

/// <summary>The server answered with a status code other than success.</summary>
public class HttpOperationException : Exception
{
    /// <summary>An exception without a message.</summary>
    public HttpOperationException()
    {
    }

    /// <summary>An exception without a cause.</summary>
    public HttpOperationException(string message)
        : this(message, null)
    {
    }

    /// <summary>An exception with a cause.</summary>
    public HttpOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What was asked.</summary>
    public HttpRequestMessageWrapper Request { get; set; }

    /// <summary>What was answered; its content is usually a Status object.</summary>
    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The answer as an object, where someone has read it as one.</summary>
    public object Body { get; set; }
}
