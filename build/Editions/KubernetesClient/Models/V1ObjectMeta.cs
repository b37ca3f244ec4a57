namespace k8s.Models;

/// <summary>What every object has.</summary>
public partial record V1ObjectMeta
{
    /// <summary>What tools keep about the object.</summary>
    [JsonPropertyName("annotations")]
    public IDictionary<string, string> Annotations { get; set; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("creationTimestamp")]
    public DateTime? CreationTimestamp { get; set; }

    /// <summary>Seconds that it may take to end.</summary>
    [JsonPropertyName("deletionGracePeriodSeconds")]
    public long? DeletionGracePeriodSeconds { get; set; }

    /// <summary>When it was deleted, while it still ends.</summary>
    [JsonPropertyName("deletionTimestamp")]
    public DateTime? DeletionTimestamp { get; set; }

    /// <summary>Who still has to agree to its end.</summary>
    [JsonPropertyName("finalizers")]
    public IList<string> Finalizers { get; set; }

    /// <summary>Prefix from which the server makes a name.</summary>
    [JsonPropertyName("generateName")]
    public string GenerateName { get; set; }

    /// <summary>Number of its changes of state that was asked for.</summary>
    [JsonPropertyName("generation")]
    public long? Generation { get; set; }

    /// <summary>What it can be selected by.</summary>
    [JsonPropertyName("labels")]
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>Who owns which field.</summary>
    [JsonPropertyName("managedFields")]
    public IList<V1ManagedFieldsEntry> ManagedFields { get; set; }

    /// <summary>Name, unique for its kind in its namespace.</summary>
    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>Namespace; null for an object of the cluster.</summary>
    [JsonPropertyName("namespace")]
    public string NamespaceProperty { get; set; }

    /// <summary>With whose end it ends.</summary>
    [JsonPropertyName("ownerReferences")]
    public IList<V1OwnerReference> OwnerReferences { get; set; }

    /// <summary>Changes with every write.</summary>
    [JsonPropertyName("resourceVersion")]
    public string ResourceVersion { get; set; }

    /// <summary>No longer set.</summary>
    [JsonPropertyName("selfLink")]
    public string SelfLink { get; set; }

    /// <summary>Unique for all time.</summary>
    [JsonPropertyName("uid")]
    public string Uid { get; set; }
}
