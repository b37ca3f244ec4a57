namespace k8s;

/// <summary>What happened to a watched object.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchEventType>))]
public enum WatchEventType
{
    /// <summary>It came to be, began to match, or was there when the watch began.</summary>
    Added = 0,

    /// <summary>It changed.</summary>
    Modified = 1,

    /// <summary>It is gone, or matches no longer.</summary>
    Deleted = 2,

    /// <summary>The watch failed; mostly with 410 Gone, after which it has to begin anew.</summary>
    Error = 3,

    /// <summary>Nothing: the object has only the resource version from which a later watch can go on.</summary>
    Bookmark = 4,
}
