namespace JupyterHub.Pipeline.Rehearsal.Ceph;

/// <summary>
/// The Ceph cluster outside the simulated Kubernetes cluster: what its administrator exported in
/// <c>environments/rehearsal/ceph-export.json</c>. A connection succeeds only with these values.
/// </summary>
public static class PretendCeph
{
    public const string FileSystemId = "00000000-0000-4000-8000-000000000001";

    /// <summary>The user with which Rook looks at the cluster's health.</summary>
    public const string HealthChecker = "client.healthchecker";

    /// <summary>The user with which volumes are mapped, without the prefix <c>client.</c> as CSI has it.</summary>
    public const string Node = "csi-rbd-node";

    /// <summary>The user with which volumes are made.</summary>
    public const string Provisioner = "csi-rbd-provisioner";

    public const string Version = "19.2.3";

    /// <summary>The pools that exist.</summary>
    public static IReadOnlyList<string> Pools { get; } = ["notebooks"];

    /// <summary>The monitors by name. Nothing is ever sent there.</summary>
    public static IReadOnlyDictionary<string, string> Monitors { get; } = new Dictionary<string, string> { ["a"] = "127.0.0.1" };

    /// <summary>The key of each user.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = new Dictionary<string, string>
    {
        [HealthChecker] = CephKey.Pretend("pretend-health"),
        [Node] = CephKey.Pretend("pretend-node"),
        [Provisioner] = CephKey.Pretend("pretend-provis"),
    };

    /// <summary>Whether the cluster would let the user in.</summary>
    public static bool Accepts(string user, string key) => Keys.TryGetValue(user, out var expected) && expected == key;
}
