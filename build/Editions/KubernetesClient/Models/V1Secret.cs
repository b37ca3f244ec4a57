namespace k8s.Models;

/// <summary>Data that not everybody may read.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Secret : IKubernetesObject
{
    /// <summary>Version.</summary>
    public const string KubeApiVersion = "v1";

    /// <summary>Kind.</summary>
    public const string KubeKind = "Secret";

    /// <summary>API group.</summary>
    public const string KubeGroup = "";

    /// <summary>Name in URLs.</summary>
    public const string KubePluralName = "secrets";

    /// <inheritdoc/>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>The data, base64 on the wire.</summary>
    [JsonPropertyName("data")]
    public IDictionary<string, byte[]> Data { get; set; }

    /// <summary>Whether the data can change no more.</summary>
    [JsonPropertyName("immutable")]
    public bool? Immutable { get; set; }

    /// <inheritdoc/>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>What every object has.</summary>
    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; }

    /// <summary>Data to write as text; never read.</summary>
    [JsonPropertyName("stringData")]
    public IDictionary<string, string> StringData { get; set; }

    /// <summary>What the data is, as <c>kubernetes.io/tls</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }
}
