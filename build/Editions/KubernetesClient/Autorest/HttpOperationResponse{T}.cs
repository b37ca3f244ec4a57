namespace k8s.Autorest;

/// <summary>A request, its response and the object in it.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse, IHttpOperationResponse<T>
{
    /// <inheritdoc/>
    public T Body { get; set; }
}
