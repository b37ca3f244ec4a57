namespace k8s.Models;

/// <summary>Data that everybody may read.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1ConfigMap : IKubernetesObject
{
    /// <summary>Version.</summary>
    public const string KubeApiVersion = "v1";

    /// <summary>Kind.</summary>
    public const string KubeKind = "ConfigMap";

    /// <summary>API group.</summary>
    public const string KubeGroup = "";

    /// <summary>Name in URLs.</summary>
    public const string KubePluralName = "configmaps";

    /// <inheritdoc/>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>Bytes, base64 on the wire.</summary>
    [JsonPropertyName("binaryData")]
    public IDictionary<string, byte[]> BinaryData { get; set; }

    /// <summary>Text.</summary>
    [JsonPropertyName("data")]
    public IDictionary<string, string> Data { get; set; }

    /// <summary>Whether the data can change no more.</summary>
    [JsonPropertyName("immutable")]
    public bool? Immutable { get; set; }

    /// <inheritdoc/>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>What every object has.</summary>
    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; }
}
