namespace k8s;

public abstract partial class AbstractKubernetes : ICustomObjectsOperations
{
    Task<HttpOperationResponse<object>> ICustomObjectsOperations.CreateClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string dryRun,
        string fieldManager,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Post,
            RequestPath.Of(group, version, null, plural).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.CreateClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string dryRun,
        string fieldManager,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Post,
            RequestPath.Of(group, version, null, plural).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<object>> ICustomObjectsOperations.GetClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Get,
            RequestPath.Of(group, version, null, plural, name),
            null,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.GetClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        string name,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Get,
            RequestPath.Of(group, version, null, plural, name),
            null,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<object>> ICustomObjectsOperations.ListClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks,
        string continueParameter,
        string fieldSelector,
        string labelSelector,
        int? limit,
        string resourceVersion,
        string resourceVersionMatch,
        bool? sendInitialEvents,
        int? timeoutSeconds,
        bool? watch,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Get,
            RequestPath.Of(group, version, null, plural).With(
                ("allowWatchBookmarks", allowWatchBookmarks),
                ("continue", continueParameter),
                ("fieldSelector", fieldSelector),
                ("labelSelector", labelSelector),
                ("limit", limit),
                ("resourceVersion", resourceVersion),
                ("resourceVersionMatch", resourceVersionMatch),
                ("sendInitialEvents", sendInitialEvents),
                ("timeoutSeconds", timeoutSeconds),
                ("watch", watch),
                ("pretty", pretty)),
            null,
            watch,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.ListClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        bool? allowWatchBookmarks,
        string continueParameter,
        string fieldSelector,
        string labelSelector,
        int? limit,
        string resourceVersion,
        string resourceVersionMatch,
        bool? sendInitialEvents,
        int? timeoutSeconds,
        bool? watch,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Get,
            RequestPath.Of(group, version, null, plural).With(
                ("allowWatchBookmarks", allowWatchBookmarks),
                ("continue", continueParameter),
                ("fieldSelector", fieldSelector),
                ("labelSelector", labelSelector),
                ("limit", limit),
                ("resourceVersion", resourceVersion),
                ("resourceVersionMatch", resourceVersionMatch),
                ("sendInitialEvents", sendInitialEvents),
                ("timeoutSeconds", timeoutSeconds),
                ("watch", watch),
                ("pretty", pretty)),
            null,
            watch,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<object>> ICustomObjectsOperations.PatchClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun,
        string fieldManager,
        bool? force,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Patch,
            RequestPath.Of(group, version, null, plural, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("force", force)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.PatchClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun,
        string fieldManager,
        bool? force,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Patch,
            RequestPath.Of(group, version, null, plural, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("force", force)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<object>> ICustomObjectsOperations.ReplaceClusterCustomObjectWithHttpMessagesAsync(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun,
        string fieldManager,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Put,
            RequestPath.Of(group, version, null, plural, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.ReplaceClusterCustomObjectWithHttpMessagesAsync<T>(
        object body,
        string group,
        string version,
        string plural,
        string name,
        string dryRun,
        string fieldManager,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Put,
            RequestPath.Of(group, version, null, plural, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<object>> ICustomObjectsOperations.DeleteClusterCustomObjectWithHttpMessagesAsync(
        string group,
        string version,
        string plural,
        string name,
        V1DeleteOptions body,
        int? gracePeriodSeconds,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential,
        bool? orphanDependents,
        string propagationPolicy,
        string dryRun,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<object>(
            HttpMethod.Delete,
            RequestPath.Of(group, version, null, plural, name).With(
                ("gracePeriodSeconds", gracePeriodSeconds),
                ("ignoreStoreReadErrorWithClusterBreakingPotential", ignoreStoreReadErrorWithClusterBreakingPotential),
                ("orphanDependents", orphanDependents),
                ("propagationPolicy", propagationPolicy),
                ("dryRun", dryRun)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<T>> ICustomObjectsOperations.DeleteClusterCustomObjectWithHttpMessagesAsync<T>(
        string group,
        string version,
        string plural,
        string name,
        V1DeleteOptions body,
        int? gracePeriodSeconds,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential,
        bool? orphanDependents,
        string propagationPolicy,
        string dryRun,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<T>(
            HttpMethod.Delete,
            RequestPath.Of(group, version, null, plural, name).With(
                ("gracePeriodSeconds", gracePeriodSeconds),
                ("ignoreStoreReadErrorWithClusterBreakingPotential", ignoreStoreReadErrorWithClusterBreakingPotential),
                ("orphanDependents", orphanDependents),
                ("propagationPolicy", propagationPolicy),
                ("dryRun", dryRun)),
            body,
            false,
            customHeaders,
            cancellationToken);
}
