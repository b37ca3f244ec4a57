namespace k8s.Autorest;

/// <summary>A request, its response and the object in it.</summary>
public interface IHttpOperationResponse<T> : IHttpOperationResponse
{
    /// <summary>The object in the response.</summary>
    T Body { get; set; }
}
