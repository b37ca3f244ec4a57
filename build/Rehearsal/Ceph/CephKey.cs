using System.Buffers.Binary;
using System.Text;

namespace JupyterHub.Pipeline.Rehearsal.Ceph;

/// <summary>Keys as cephx writes them: type, creation time, length and 16 bytes, in base64 (Ceph's src/auth/Crypto.h).</summary>
internal static class CephKey
{
    private const int SecretLength = 16;
    private const short Aes = 1;

    /// <summary>The key of a pretend user: the same in every rehearsal, and readable as such.</summary>
    /// <param name="text">At most 16 ASCII characters.</param>
    public static string Pretend(string text)
    {
        var key = new byte[12 + SecretLength];
        BinaryPrimitives.WriteInt16LittleEndian(key, Aes);
        BinaryPrimitives.WriteInt16LittleEndian(key.AsSpan(10), SecretLength);
        Encoding.ASCII.GetBytes(text.PadRight(SecretLength, '.'), key.AsSpan(12));
        return Convert.ToBase64String(key);
    }

    /// <summary>Whether the text could be a key at all: Rook refuses what is not base64 before it asks the cluster.</summary>
    public static bool IsWellFormed(string text)
    {
        var buffer = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, buffer, out var length) && length > 12;
    }
}
