namespace k8s;

/// <summary>Objects of one resource, of any group; the core group's name is empty.</summary>
public class GenericClient : IDisposable
{
    private readonly IKubernetes _kubernetes;
    private readonly string _group;
    private readonly string _version;
    private readonly string _plural;
    private readonly bool _disposeClient;

    /// <summary>A client of its own for a resource.</summary>
    [Obsolete]
    public GenericClient(KubernetesClientConfiguration config, string group, string version, string plural)
        : this(new Kubernetes(config), group, version, plural)
    {
    }

    /// <summary>A resource of the core group.</summary>
    public GenericClient(IKubernetes kubernetes, string version, string plural, bool disposeClient = true)
        : this(kubernetes, "", version, plural, disposeClient)
    {
    }

    /// <summary>A resource of a group.</summary>
    public GenericClient(IKubernetes kubernetes, string group, string version, string plural, bool disposeClient = true)
    {
        _kubernetes = kubernetes;
        _group = group;
        _version = version;
        _plural = plural;
        _disposeClient = disposeClient;
    }

    private ICustomObjectsOperations Objects => _kubernetes.CustomObjects;

    /// <summary>Creates an object of the cluster.</summary>
    public Task<T> CreateAsync<T>(T obj, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.CreateClusterCustomObjectWithHttpMessagesAsync<T>(
            obj, _group, _version, _plural, cancellationToken: cancel));

    /// <summary>Creates an object in a namespace.</summary>
    public Task<T> CreateNamespacedAsync<T>(T obj, string ns, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.CreateNamespacedCustomObjectWithHttpMessagesAsync<T>(
            obj, _group, _version, ns, _plural, cancellationToken: cancel));

    /// <summary>Lists objects of the cluster, or of all namespaces.</summary>
    public Task<T> ListAsync<T>(
        string labelSelector = null,
        string fieldSelector = null,
        int? limit = null,
        string continueToken = null,
        CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.ListClusterCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, _plural,
            labelSelector: labelSelector, fieldSelector: fieldSelector, limit: limit, continueParameter: continueToken,
            cancellationToken: cancel));

    /// <summary>Lists objects in a namespace.</summary>
    public Task<T> ListNamespacedAsync<T>(
        string ns,
        string labelSelector = null,
        string fieldSelector = null,
        int? limit = null,
        string continueToken = null,
        CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.ListNamespacedCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, ns, _plural,
            labelSelector: labelSelector, fieldSelector: fieldSelector, limit: limit, continueParameter: continueToken,
            cancellationToken: cancel));

    /// <summary>Reads an object in a namespace.</summary>
    public Task<T> ReadNamespacedAsync<T>(string ns, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.GetNamespacedCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, ns, _plural, name, cancellationToken: cancel));

    /// <summary>Reads an object of the cluster.</summary>
    public Task<T> ReadAsync<T>(string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.GetClusterCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, _plural, name, cancellationToken: cancel));

    /// <summary>Deletes an object of the cluster.</summary>
    public Task<T> DeleteAsync<T>(string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.DeleteClusterCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, _plural, name, cancellationToken: cancel));

    /// <summary>Deletes an object in a namespace.</summary>
    public Task<T> DeleteNamespacedAsync<T>(string ns, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.DeleteNamespacedCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, ns, _plural, name, cancellationToken: cancel));

    /// <summary>Changes an object of the cluster.</summary>
    public Task<T> PatchAsync<T>(V1Patch patch, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.PatchClusterCustomObjectWithHttpMessagesAsync<T>(
            patch, _group, _version, _plural, name, cancellationToken: cancel));

    /// <summary>Changes an object in a namespace.</summary>
    public Task<T> PatchNamespacedAsync<T>(V1Patch patch, string ns, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.PatchNamespacedCustomObjectWithHttpMessagesAsync<T>(
            patch, _group, _version, ns, _plural, name, cancellationToken: cancel));

    /// <summary>Replaces an object of the cluster.</summary>
    public Task<T> ReplaceAsync<T>(T obj, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.ReplaceClusterCustomObjectWithHttpMessagesAsync<T>(
            obj, _group, _version, _plural, name, cancellationToken: cancel));

    /// <summary>Replaces an object in a namespace.</summary>
    public Task<T> ReplaceNamespacedAsync<T>(T obj, string ns, string name, CancellationToken cancel = default)
        where T : IKubernetesObject =>
        BodyAsync(Objects.ReplaceNamespacedCustomObjectWithHttpMessagesAsync<T>(
            obj, _group, _version, ns, _plural, name, cancellationToken: cancel));

#pragma warning disable CS0618 // The plain watch over a response is what these are made of.

    /// <summary>Watches objects of the cluster, or of all namespaces.</summary>
    public IAsyncEnumerable<(WatchEventType, T)> WatchAsync<T>(
        Action<Exception> onError = null,
        CancellationToken cancel = default)
        where T : IKubernetesObject =>
        WatchClusterAsync<T>(cancel).WatchAsync<T, T>(onError, cancel);

    /// <summary>Watches objects in a namespace.</summary>
    public IAsyncEnumerable<(WatchEventType, T)> WatchNamespacedAsync<T>(
        string ns,
        Action<Exception> onError = null,
        CancellationToken cancel = default)
        where T : IKubernetesObject =>
        WatchNamespaceAsync<T>(ns, cancel).WatchAsync<T, T>(onError, cancel);

    /// <summary>Watches objects of the cluster, or of all namespaces, in the background.</summary>
    public Watcher<T> Watch<T>(
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError = null,
        Action onClosed = null)
        where T : IKubernetesObject =>
        WatchClusterAsync<T>(CancellationToken.None).Watch(onEvent, onError, onClosed);

    /// <summary>Watches objects in a namespace, in the background.</summary>
    public Watcher<T> WatchNamespaced<T>(
        string ns,
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError = null,
        Action onClosed = null)
        where T : IKubernetesObject =>
        WatchNamespaceAsync<T>(ns, CancellationToken.None).Watch(onEvent, onError, onClosed);

#pragma warning restore CS0618

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the client, if that was asked for.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposeClient)
            _kubernetes.Dispose();
    }

    private static async Task<T> BodyAsync<T>(Task<HttpOperationResponse<T>> operation) =>
        (await operation.ConfigureAwait(false)).Body;

    private Task<HttpOperationResponse<T>> WatchClusterAsync<T>(CancellationToken cancel) =>
        Objects.ListClusterCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, _plural, watch: true, cancellationToken: cancel);

    private Task<HttpOperationResponse<T>> WatchNamespaceAsync<T>(string ns, CancellationToken cancel) =>
        Objects.ListNamespacedCustomObjectWithHttpMessagesAsync<T>(
            _group, _version, ns, _plural, watch: true, cancellationToken: cancel);
}
