using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>What every server under test serves, and to whom.</summary>
internal static class SpecSetup
{
    /// <summary>Granted below the zone: what <see cref="Granted"/> lists, nothing else. Transfers to <see cref="Key"/> only.</summary>
    public static readonly DnsName Zone = DnsName.Parse("example.test");

    /// <summary>A zone granted alike, whose journal cannot be written.</summary>
    public static readonly DnsName BrokenZone = DnsName.Parse("broken.test");

    public static readonly IReadOnlyList<RecordType> Granted =
        [RecordType.A, RecordType.AAAA, RecordType.CNAME, RecordType.TXT, RecordType.SRV, RecordType.MX, RecordType.CAA, RecordType.PTR];

    public const string Secret = "c2VjcmV0LW9mLXRoZS1odWIta2V5LTAxMjM0NTY3ODk=";

    public static readonly TsigKey Key = TsigKey.Parse("hub-key", "hmac-sha256", Secret);

    /// <summary>Known to the server, granted nothing.</summary>
    public static readonly TsigKey OtherKey = TsigKey.Parse("other-key", "hmac-sha256", "b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldA==");

    /// <summary>One key for each algorithm, granted what <see cref="Key"/> is.</summary>
    public static IReadOnlyList<TsigKey> AlgorithmKeys { get; } =
        [.. TsigAlgorithm.All.Select(algorithm => TsigKey.Parse("key-" + algorithm, algorithm.Name, Secret))];
}
