namespace k8s.Exceptions;

/// <summary>The client was used in a way that it cannot serve.</summary>
public class KubernetesClientException : Exception
{
    /// <summary>An exception without a message.</summary>
    public KubernetesClientException()
    {
    }

    /// <summary>An exception without a cause.</summary>
    public KubernetesClientException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a cause.</summary>
    public KubernetesClientException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
