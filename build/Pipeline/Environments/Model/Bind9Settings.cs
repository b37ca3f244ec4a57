namespace JupyterHub.Pipeline.Environments;

/// <summary>The BIND 9 server and the zone that the platform's names live in.</summary>
public sealed record Bind9Settings
{
    /// <summary>Host name or address of the server; absent only in a rehearsal, which brings its own.</summary>
    public string? Server { get; init; }

    public int Port { get; init; } = 53;

    /// <summary>The zone, in lower case and without a trailing dot.</summary>
    public required string Zone { get; init; }

    public required TsigSettings Tsig { get; init; }

    /// <summary>Records that the pipeline keeps in the zone.</summary>
    public IReadOnlyList<StaticRecord> Records { get; init; } = [];
}
