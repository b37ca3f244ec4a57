using System.Security.Cryptography;
using System.Text;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Tells whether a chart is the one that was installed.</summary>
internal static class ChartDigest
{
    /// <param name="path">An archive, or a folder, of which every file's relative path and content counts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<string> OfAsync(string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> files = File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, cancellation);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(path, file)}\n{content.Length}\n"));
            hash.AppendData(content);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
