namespace k8s;

/// <summary>Objects of any group; the core group's name is empty. Bodies are JSON, or a <see cref="V1Patch"/> for a patch.</summary>
public partial interface ICustomObjectsOperations
{
    /// <summary>Creates an object of the cluster.</summary>
    Task<HttpOperationResponse<object>> CreateClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string dryRun = null,
        string fieldManager = null,
        bool? pretty = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Creates an object of the cluster.</summary>
    Task<HttpOperationResponse<T>> CreateClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string dryRun = null,
        string fieldManager = null,
        bool? pretty = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads an object of the cluster.</summary>
    Task<HttpOperationResponse<object>> GetClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads an object of the cluster.</summary>
    Task<HttpOperationResponse<T>> GetClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists or watches objects of the cluster.</summary>
    Task<HttpOperationResponse<object>> ListClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? watch = null,
        bool? pretty = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists or watches objects of the cluster.</summary>
    Task<HttpOperationResponse<T>> ListClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? watch = null,
        bool? pretty = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Changes an object of the cluster.</summary>
    Task<HttpOperationResponse<object>> PatchClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun = null,
        string fieldManager = null,
        bool? force = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Changes an object of the cluster.</summary>
    Task<HttpOperationResponse<T>> PatchClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun = null,
        string fieldManager = null,
        bool? force = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Replaces an object of the cluster.</summary>
    Task<HttpOperationResponse<object>> ReplaceClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun = null,
        string fieldManager = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Replaces an object of the cluster.</summary>
    Task<HttpOperationResponse<T>> ReplaceClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun = null,
        string fieldManager = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes an object of the cluster.</summary>
    Task<HttpOperationResponse<object>> DeleteClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        string name,
        V1DeleteOptions body = null,
        int? gracePeriodSeconds = null,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential = null,
        bool? orphanDependents = null,
        string propagationPolicy = null,
        string dryRun = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes an object of the cluster.</summary>
    Task<HttpOperationResponse<T>> DeleteClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        string name,
        V1DeleteOptions body = null,
        int? gracePeriodSeconds = null,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential = null,
        bool? orphanDependents = null,
        string propagationPolicy = null,
        string dryRun = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);
}
