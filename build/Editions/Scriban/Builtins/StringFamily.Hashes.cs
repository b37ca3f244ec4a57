using System.Security.Cryptography;
using System.Text;
using Scriban.Runtime;
using static ScribanEdition.Builtins.Family;

namespace ScribanEdition.Builtins;

internal static partial class StringFamily
{
    private static void AddHashes(ScriptObject family)
    {
        family.Add("Md5", [Text("text")], c => Hex(MD5.HashData(Bytes(c, 0))));
        family.Add("Sha1", [Text("text")], c => Hex(SHA1.HashData(Bytes(c, 0))));
        family.Add("Sha256", [Text("text")], c => Hex(SHA256.HashData(Bytes(c, 0))));
        family.Add("Sha512", [Text("text")], c => Hex(SHA512.HashData(Bytes(c, 0))));
        family.Add("HmacSha1", [Text("text"), Text("secretKey")], c => Hex(HMACSHA1.HashData(Bytes(c, 1), Bytes(c, 0))));
        family.Add("HmacSha256", [Text("text"), Text("secretKey")], c => Hex(HMACSHA256.HashData(Bytes(c, 1), Bytes(c, 0))));
        family.Add("HmacSha512", [Text("text"), Text("secretKey")], c => Hex(HMACSHA512.HashData(Bytes(c, 1), Bytes(c, 0))));
    }

    private static byte[] Bytes(Invocation call, int index) => Encoding.UTF8.GetBytes(call.Text(index) ?? string.Empty);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
