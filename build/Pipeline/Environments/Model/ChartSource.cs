namespace JupyterHub.Pipeline.Environments;

/// <summary>One chart.</summary>
public sealed record ChartSource
{
    /// <summary>The chart's name in its repository.</summary>
    public required string Chart { get; init; }

    public required string Version { get; init; }

    /// <summary><c>https://…</c>, <c>oci://…</c>, or the full path of a directory.</summary>
    public required string Repository { get; init; }
}
