namespace k8s.Exceptions;

/// <summary>A kubeconfig cannot be used.</summary>
public class KubeConfigException : Exception
{
    /// <summary>An exception without a message.</summary>
    public KubeConfigException()
    {
    }

    /// <summary>An exception without a cause.</summary>
    public KubeConfigException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a cause.</summary>
    public KubeConfigException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
