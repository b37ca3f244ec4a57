namespace k8s.Models;

/// <summary>How to delete.</summary>
public partial record V1DeleteOptions : IKubernetesObject
{
    /// <inheritdoc/>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary><c>All</c> to change nothing.</summary>
    [JsonPropertyName("dryRun")]
    public IList<string> DryRun { get; set; }

    /// <summary>Seconds that the object may take to end.</summary>
    [JsonPropertyName("gracePeriodSeconds")]
    public long? GracePeriodSeconds { get; set; }

    /// <inheritdoc/>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>Orphan, Background or Foreground.</summary>
    [JsonPropertyName("propagationPolicy")]
    public string PropagationPolicy { get; set; }
}
