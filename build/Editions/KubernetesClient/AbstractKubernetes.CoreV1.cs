namespace k8s;

public abstract partial class AbstractKubernetes : ICoreV1Operations
{
    Task<HttpOperationResponse<V1Namespace>> ICoreV1Operations.ReadNamespaceWithHttpMessagesAsync(
        string name,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1Namespace>(
            HttpMethod.Get,
            RequestPath.Of("", "v1", null, V1Namespace.KubePluralName, name).With(
                ("pretty", pretty)),
            null,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1ConfigMap>> ICoreV1Operations.CreateNamespacedConfigMapWithHttpMessagesAsync(
        V1ConfigMap body,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1ConfigMap>(
            HttpMethod.Post,
            RequestPath.Of("", "v1", namespaceParameter, V1ConfigMap.KubePluralName).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1ConfigMap>> ICoreV1Operations.ReadNamespacedConfigMapWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1ConfigMap>(
            HttpMethod.Get,
            RequestPath.Of("", "v1", namespaceParameter, V1ConfigMap.KubePluralName, name).With(
                ("pretty", pretty)),
            null,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1ConfigMap>> ICoreV1Operations.PatchNamespacedConfigMapWithHttpMessagesAsync(
        V1Patch body,
        string name,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? force,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1ConfigMap>(
            HttpMethod.Patch,
            RequestPath.Of("", "v1", namespaceParameter, V1ConfigMap.KubePluralName, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("force", force),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1ConfigMap>> ICoreV1Operations.ReplaceNamespacedConfigMapWithHttpMessagesAsync(
        V1ConfigMap body,
        string name,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1ConfigMap>(
            HttpMethod.Put,
            RequestPath.Of("", "v1", namespaceParameter, V1ConfigMap.KubePluralName, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1Secret>> ICoreV1Operations.CreateNamespacedSecretWithHttpMessagesAsync(
        V1Secret body,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1Secret>(
            HttpMethod.Post,
            RequestPath.Of("", "v1", namespaceParameter, V1Secret.KubePluralName).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1Secret>> ICoreV1Operations.ReadNamespacedSecretWithHttpMessagesAsync(
        string name,
        string namespaceParameter,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1Secret>(
            HttpMethod.Get,
            RequestPath.Of("", "v1", namespaceParameter, V1Secret.KubePluralName, name).With(
                ("pretty", pretty)),
            null,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1Secret>> ICoreV1Operations.PatchNamespacedSecretWithHttpMessagesAsync(
        V1Patch body,
        string name,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? force,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1Secret>(
            HttpMethod.Patch,
            RequestPath.Of("", "v1", namespaceParameter, V1Secret.KubePluralName, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("force", force),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);

    Task<HttpOperationResponse<V1Secret>> ICoreV1Operations.ReplaceNamespacedSecretWithHttpMessagesAsync(
        V1Secret body,
        string name,
        string namespaceParameter,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty,
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<V1Secret>(
            HttpMethod.Put,
            RequestPath.Of("", "v1", namespaceParameter, V1Secret.KubePluralName, name).With(
                ("dryRun", dryRun),
                ("fieldManager", fieldManager),
                ("fieldValidation", fieldValidation),
                ("pretty", pretty)),
            body,
            false,
            customHeaders,
            cancellationToken);
}
