namespace k8s.Autorest;

/// <summary>A request and its response.</summary>
public interface IHttpOperationResponse
{
    /// <summary>What was asked.</summary>
    HttpRequestMessage Request { get; set; }

    /// <summary>What was answered.</summary>
    HttpResponseMessage Response { get; set; }
}
