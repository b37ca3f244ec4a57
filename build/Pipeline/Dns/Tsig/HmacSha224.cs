using System.Buffers.Binary;
using System.Numerics;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// HMAC (RFC 2104) with SHA-224 (FIPS 180-4, sections 5 and 6.3): SHA-256 with other initial values and one word less.
/// .NET has no class for it, and BIND knows it.
/// </summary>
internal static class HmacSha224
{
    public const int HashSizeInBytes = 28;

    private const int BlockSize = 64;

    private static ReadOnlySpan<uint> InitialState =>
        [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    public static byte[] HashData(byte[] key, byte[] message)
    {
        var block = new byte[BlockSize];
        (key.Length > BlockSize ? Sha224(key) : key).CopyTo(block, 0);
        byte[] inner = [.. block.Select(octet => (byte)(octet ^ 0x36)), .. message];
        return Sha224([.. block.Select(octet => (byte)(octet ^ 0x5c)), .. Sha224(inner)]);
    }

    private static byte[] Sha224(byte[] message)
    {
        var padded = new byte[(message.Length + 9 + BlockSize - 1) / BlockSize * BlockSize];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)message.Length * 8);

        Span<uint> state = stackalloc uint[8];
        InitialState.CopyTo(state);
        for (var at = 0; at < padded.Length; at += BlockSize)
            Compress(state, padded.AsSpan(at, BlockSize));

        var hash = new byte[HashSizeInBytes];
        for (var i = 0; i < HashSizeInBytes / 4; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), state[i]);
        return hash;
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < 64; i++)
        {
            var s0 = BitOperations.RotateRight(w[i - 15], 7) ^ BitOperations.RotateRight(w[i - 15], 18) ^ (w[i - 15] >> 3);
            var s1 = BitOperations.RotateRight(w[i - 2], 17) ^ BitOperations.RotateRight(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = unchecked(w[i - 16] + s0 + w[i - 7] + s1);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var t1 = unchecked(h + s1 + ((e & f) ^ (~e & g)) + RoundConstants[i] + w[i]);
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t2 = unchecked(s0 + ((a & b) ^ (a & c) ^ (b & c)));
            (a, b, c, d, e, f, g, h) = (unchecked(t1 + t2), a, b, c, unchecked(d + t1), e, f, g);
        }

        ReadOnlySpan<uint> result = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
            state[i] = unchecked(state[i] + result[i]);
    }
}
