namespace k8s;

/// <summary>Any object of the API.</summary>
public interface IKubernetesObject
{
    /// <summary>Group and version, as <c>apps/v1</c>; only the version in the core group.</summary>
    [JsonPropertyName("apiVersion")]
    string ApiVersion { get; set; }

    /// <summary>Kind, as <c>Deployment</c>.</summary>
    [JsonPropertyName("kind")]
    string Kind { get; set; }
}
