namespace k8s;

/// <summary>The server's version.</summary>
public partial interface IVersionOperations
{
    /// <summary>The server's version.</summary>
    Task<HttpOperationResponse<VersionInfo>> GetCodeWithHttpMessagesAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> customHeaders = null,
        CancellationToken cancellationToken = default);
}
