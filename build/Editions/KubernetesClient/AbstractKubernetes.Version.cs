namespace k8s;

public abstract partial class AbstractKubernetes : IVersionOperations
{
    /// <inheritdoc/>
    Task<HttpOperationResponse<VersionInfo>> IVersionOperations.GetCodeWithHttpMessagesAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders,
        CancellationToken cancellationToken) =>
        OperateAsync<VersionInfo>(HttpMethod.Get, "version/", null, false, customHeaders, cancellationToken);
}
