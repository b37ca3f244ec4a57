using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>A zone to be primary server of. It begins with SOA, NS and the name server's address, and keeps what updates make of it.</summary>
public sealed record RehearsalZone(DnsName Name)
{
    /// <summary>Who may update it. Unsigned updates are always refused.</summary>
    public IReadOnlyList<UpdateGrant> Grants { get; init; } = [];

    /// <summary>The keys that may transfer it; no one else may.</summary>
    public IReadOnlyList<DnsName> TransferKeys { get; init; } = [];
}
