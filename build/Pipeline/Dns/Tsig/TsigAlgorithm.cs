using System.Security.Cryptography;

namespace JupyterHub.Pipeline.Dns;

/// <summary>How a TSIG key signs (RFC 8945, section 6). HMAC-MD5 is left out: no server should take it any more.</summary>
public sealed class TsigAlgorithm
{
    private readonly Func<byte[], byte[], byte[]> _mac;

    private TsigAlgorithm(string name, int macSize, Func<byte[], byte[], byte[]> mac)
    {
        Name = name;
        WireName = DnsName.Parse(name);
        MacSize = macSize;
        _mac = mac;
    }

    /// <summary>All algorithms, the shortest first.</summary>
    public static IReadOnlyList<TsigAlgorithm> All { get; } =
    [
        new("hmac-sha1", HMACSHA1.HashSizeInBytes, HmacSha1),
        new("hmac-sha224", HmacSha224.HashSizeInBytes, HmacSha224.HashData),
        new("hmac-sha256", HMACSHA256.HashSizeInBytes, HMACSHA256.HashData),
        new("hmac-sha384", HMACSHA384.HashSizeInBytes, HMACSHA384.HashData),
        new("hmac-sha512", HMACSHA512.HashSizeInBytes, HMACSHA512.HashData),
    ];

    /// <summary>What BIND's <c>tsig-keygen</c> takes by default.</summary>
    public static TsigAlgorithm HmacSha256 => All[2];

    /// <summary>The name: <c>hmac-sha256</c>.</summary>
    public string Name { get; }

    /// <summary>The name as messages have it.</summary>
    public DnsName WireName { get; }

    /// <summary>Octets of a whole signature.</summary>
    public int MacSize { get; }

    /// <summary>The algorithm of that name, without regard to case or a final dot; null when there is none.</summary>
    public static TsigAlgorithm? Find(string name)
        => All.FirstOrDefault(algorithm => algorithm.Name.Equals(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Name;

    internal byte[] Sign(byte[] secret, byte[] message) => _mac(secret, message);

#pragma warning disable CA5350 // hmac-sha1 is mandatory to implement (RFC 8945, section 6) and, as a MAC, unbroken.
    private static byte[] HmacSha1(byte[] secret, byte[] message) => HMACSHA1.HashData(secret, message);
#pragma warning restore CA5350
}
