namespace k8s.Models;

/// <summary>An object with whose end another ends.</summary>
public partial record V1OwnerReference
{
    /// <summary>The owner's group and version.</summary>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>Whether the owner waits for the other's end.</summary>
    [JsonPropertyName("blockOwnerDeletion")]
    public bool? BlockOwnerDeletion { get; set; }

    /// <summary>Whether the owner is the one that controls the other.</summary>
    [JsonPropertyName("controller")]
    public bool? Controller { get; set; }

    /// <summary>The owner's kind.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; }

    /// <summary>The owner's name.</summary>
    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>The owner's unique id.</summary>
    [JsonPropertyName("uid")]
    public string Uid { get; set; }
}
