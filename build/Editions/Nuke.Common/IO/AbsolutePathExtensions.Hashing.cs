using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The MD5 of the file's content, in lower-case hexadecimal digits.</summary>
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.True(path.FileExists());
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    public static string GetDirectoryHash(this AbsolutePath path, Func<AbsolutePath, bool> includeFile = null)
    {
        Assert.DirectoryExists(path);
        return Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            .Select(x => (AbsolutePath)x)
            .Where(x => includeFile is null || includeFile(x))
            .GetFileSetHash(path);
    }

    /// <summary>One MD5 over the relative names and contents of the files, in the order of their paths.</summary>
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> paths, string baseDirectory)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var path in paths.Distinct().OrderBy(x => x.ToString()))
        {
            Assert.True(path.FileExists());
            var relativePath = PathConstruction.GetRelativePath(baseDirectory, path);
            md5.AppendData(Encoding.UTF8.GetBytes(PathConstruction.NormalizePath(relativePath, separator: '/')));
            md5.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }
}
