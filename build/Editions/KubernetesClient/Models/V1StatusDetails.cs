namespace k8s.Models;

/// <summary>More about the reason of a status.</summary>
public partial record V1StatusDetails
{
    /// <summary>What is wrong, where several things may be.</summary>
    [JsonPropertyName("causes")]
    public IList<V1StatusCause> Causes { get; set; }

    /// <summary>API group of the object.</summary>
    [JsonPropertyName("group")]
    public string Group { get; set; }

    /// <summary>Kind of the object.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>Name of the object.</summary>
    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>Seconds to wait before asking again.</summary>
    [JsonPropertyName("retryAfterSeconds")]
    public int? RetryAfterSeconds { get; set; }

    /// <summary>Unique id of the object.</summary>
    [JsonPropertyName("uid")]
    public string Uid { get; set; }
}
