using System.Net;

namespace k8s.Models;

/// <summary>How a request ended, where that is not told by an object.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public partial record V1Status : IKubernetesObject
{
    /// <summary>Version.</summary>
    public const string KubeApiVersion = "v1";

    /// <summary>Kind.</summary>
    public const string KubeKind = "Status";

    /// <summary>API group.</summary>
    public const string KubeGroup = "";

    /// <summary>Not a resource.</summary>
    public const string KubePluralName = null;

    /// <inheritdoc/>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>HTTP status code.</summary>
    [JsonPropertyName("code")]
    public int? Code { get; set; }

    /// <summary>More about the reason.</summary>
    [JsonPropertyName("details")]
    public V1StatusDetails Details { get; set; }

    /// <inheritdoc/>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>What happened, for people.</summary>
    [JsonPropertyName("message")]
    public string Message { get; set; }

    /// <summary>Why, in one word for machines, as <c>NotFound</c>.</summary>
    [JsonPropertyName("reason")]
    public string Reason { get; set; }

    /// <summary>Success or Failure.</summary>
    [JsonPropertyName("status")]
    public string Status { get; set; }

    /// <summary>Reason and message, as far as they are there.</summary>
    public override string ToString()
    {
        var reason = string.IsNullOrEmpty(Reason) && Code is { } code and not 0 ? $"{(HttpStatusCode)code}" : Reason;

        return (string.IsNullOrEmpty(reason), string.IsNullOrEmpty(Message)) switch
        {
            (true, true) => Status,
            (false, true) => reason,
            (true, false) => Message,
            (false, false) => $"{reason} - {Message}",
        };
    }
}
