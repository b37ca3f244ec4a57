namespace k8s.Models;

/// <summary>One thing that is wrong.</summary>
public partial record V1StatusCause
{
    /// <summary>The field, as a path.</summary>
    [JsonPropertyName("field")]
    public string Field { get; set; }

    /// <summary>What is wrong with it, for people.</summary>
    [JsonPropertyName("message")]
    public string Message { get; set; }

    /// <summary>What is wrong with it, in one word.</summary>
    [JsonPropertyName("reason")]
    public string Reason { get; set; }
}
