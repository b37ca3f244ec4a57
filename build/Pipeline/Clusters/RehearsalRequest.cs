namespace JupyterHub.Pipeline.Clusters;

/// <summary>What a rehearsal has to know of an environment before anything is deployed to it.</summary>
public sealed record RehearsalRequest
{
    /// <summary>The environment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the rehearsal keeps its state between invocations; private to its owner.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>How many simulated nodes the cluster has.</summary>
    public int Nodes { get; init; } = 3;

    /// <summary>The zone that the DNS server is primary for, without a trailing dot.</summary>
    public required string Zone { get; init; }

    /// <summary>The key that may update and transfer the zone: name, algorithm (<c>hmac-sha256</c>), base64 secret.</summary>
    public required (string Name, string Algorithm, string Secret) TsigKey { get; init; }

    /// <summary>The host name that the ingress is published under.</summary>
    public required string HubHost { get; init; }

    /// <summary>Port of the Kubernetes API; 0 lets the system choose, and the choice is kept with the state.</summary>
    public int ApiPort { get; init; }

    /// <summary>Port of the DNS server, UDP and TCP; 0 as above.</summary>
    public int DnsPort { get; init; }

    /// <summary>Port of the ingress; 0 as above.</summary>
    public int HttpsPort { get; init; }

    /// <summary>The environment's name: a record would print the key's secret, too.</summary>
    public override string ToString() => $"rehearsal of {Name}";
}
