namespace k8s;

/// <summary>A client of an API server.</summary>
public partial interface IKubernetes : IDisposable
{
    /// <summary>URL of the API server, ending in a slash.</summary>
    Uri BaseUri { get; set; }

    /// <summary>The core group's objects.</summary>
    ICoreV1Operations CoreV1 { get; }

    /// <summary>Objects of any group.</summary>
    ICustomObjectsOperations CustomObjects { get; }

    /// <summary>The server's version.</summary>
    IVersionOperations Version { get; }
}
