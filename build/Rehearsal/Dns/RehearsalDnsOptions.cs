using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>What the rehearsal's DNS server serves, to whom, and where it keeps its state.</summary>
public sealed record RehearsalDnsOptions
{
    /// <summary>A directory of the server's own; created when absent.</summary>
    public required string StateDirectory { get; init; }

    public required IReadOnlyList<RehearsalZone> Zones { get; init; }

    /// <summary>The keys the server knows, with or without grants.</summary>
    public required IReadOnlyList<TsigKey> Keys { get; init; }

    /// <summary>UDP and TCP port on 127.0.0.1; 0 takes the one used last, or else a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for signatures.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The server of an environment: its zone, and its key with the grants that the documentation asks operators for.</summary>
    public static RehearsalDnsOptions For(RehearsalRequest request)
    {
        var key = Pipeline.Dns.TsigKey.Parse(request.TsigKey.Name, request.TsigKey.Algorithm, request.TsigKey.Secret);
        return new RehearsalDnsOptions
        {
            StateDirectory = Path.Combine(request.StateDirectory, "dns"),
            Zones = [new RehearsalZone(DnsName.Parse(request.Zone)) { Grants = [new UpdateGrant(key.Name)], TransferKeys = [key.Name] }],
            Keys = [key],
            Port = request.DnsPort,
        };
    }
}
