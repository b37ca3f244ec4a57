namespace k8s.Models;

/// <summary>Version of an API server.</summary>
public partial record VersionInfo
{
    /// <summary>When it was built.</summary>
    [JsonPropertyName("buildDate")]
    public string BuildDate { get; set; }

    /// <summary>Commit that it was built from.</summary>
    [JsonPropertyName("gitCommit")]
    public string GitCommit { get; set; }

    /// <summary>Full version, as <c>v1.35.2+rke2r1</c>.</summary>
    [JsonPropertyName("gitVersion")]
    public string GitVersion { get; set; }

    /// <summary>Major version.</summary>
    [JsonPropertyName("major")]
    public string Major { get; set; }

    /// <summary>Minor version; some providers add a sign.</summary>
    [JsonPropertyName("minor")]
    public string Minor { get; set; }

    /// <summary>Operating system and processor.</summary>
    [JsonPropertyName("platform")]
    public string Platform { get; set; }
}
