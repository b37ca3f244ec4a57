namespace JupyterHub.Pipeline.Environments;

/// <summary>A record set that the pipeline keeps in the zone.</summary>
public sealed record StaticRecord
{
    /// <summary>The name relative to the zone, or <c>@</c> for the zone itself.</summary>
    public required string Name { get; init; }

    public required StaticRecordType Type { get; init; }

    /// <summary>In seconds.</summary>
    public int Ttl { get; init; } = 300;

    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The fully qualified name, without a trailing dot.</summary>
    public string NameIn(string zone) => Name == "@" ? zone : $"{Name}.{zone}";
}
