namespace k8s;

/// <summary>The server reported a failure as a Status object, inside a stream that it had begun with success.</summary>
public class KubernetesException : Exception
{
    /// <summary>An exception without a message.</summary>
    public KubernetesException()
    {
    }

    /// <summary>An exception with the status's message.</summary>
    public KubernetesException(V1Status status)
        : this(status?.Message) => Status = status;

    /// <summary>An exception with the status's message and a cause.</summary>
    public KubernetesException(V1Status status, Exception innerException)
        : this(status?.Message, innerException) => Status = status;

    /// <summary>An exception without a cause.</summary>
    public KubernetesException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a cause.</summary>
    public KubernetesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The status, if there was one.</summary>
    public V1Status Status { get; private set; }
}
