namespace k8s.Models;

/// <summary>Who wrote fields, how and when.</summary>
public partial record V1ManagedFieldsEntry
{
    /// <summary>Version in which the fields were written.</summary>
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>FieldsV1.</summary>
    [JsonPropertyName("fieldsType")]
    public string FieldsType { get; set; }

    /// <summary>The field manager.</summary>
    [JsonPropertyName("manager")]
    public string Manager { get; set; }

    /// <summary>Apply or Update.</summary>
    [JsonPropertyName("operation")]
    public string Operation { get; set; }

    /// <summary>Through which subresource.</summary>
    [JsonPropertyName("subresource")]
    public string Subresource { get; set; }

    /// <summary>When.</summary>
    [JsonPropertyName("time")]
    public DateTime? Time { get; set; }
}
