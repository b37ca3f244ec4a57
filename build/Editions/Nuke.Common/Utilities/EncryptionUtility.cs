using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Utilities;

/// <summary>Reads and writes encrypted values of parameters files: <c>v1:</c> and Base64 of AES-CBC, key and IV derived from the password.</summary>
internal static class EncryptionUtility
{
    private const string Prefix = "v1:";
    private const int Iterations = 10_000;

    /// <summary>Fixed by the file format.</summary>
    private static readonly byte[] s_salt = "Ivan Medvedev"u8.ToArray();

    public static bool IsEncrypted(string text) => text is not null && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <exception cref="Exception">The password does not fit, or the value is not encrypted; the message has neither.</exception>
    public static string Decrypt(string cipherText, string password, string name)
    {
        try
        {
            using var aes = CreateAes(password, out var iv);
            return Encoding.UTF8.GetString(aes.DecryptCbc(Convert.FromBase64String(cipherText[Prefix.Length..]), iv));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException)
        {
            throw new Exception($"Could not decrypt '{name}' with provided password");
        }
    }

    public static string Encrypt(string clearText, string password)
    {
        using var aes = CreateAes(password, out var iv);
        return Prefix + Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(clearText), iv));
    }

    private static Aes CreateAes(string password, out byte[] iv)
    {
        var derived = Rfc2898DeriveBytes.Pbkdf2(password, s_salt, Iterations, HashAlgorithmName.SHA256, outputLength: 48);
        iv = derived[32..];
        var aes = Aes.Create();
        aes.Key = derived[..32];
        return aes;
    }
}
