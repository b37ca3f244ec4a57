namespace JupyterHub.Pipeline.Environments;

/// <summary>The shape of a rehearsal. A port of 0 lets the system choose; the choice is kept with the rehearsal's state.</summary>
public sealed record RehearsalSettings
{
    public int Nodes { get; init; } = 3;

    public int ApiPort { get; init; }

    public int DnsPort { get; init; }

    public int HttpsPort { get; init; }
}
