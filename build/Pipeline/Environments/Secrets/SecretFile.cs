using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>A secret in a file that only its owner can read.</summary>
internal static class SecretFile
{
    private const int SizeLimit = 64 << 10;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static async Task<byte[]> ReadAsync(SecretReference reference, CancellationToken cancellation)
    {
        var path = reference.Target;
        try
        {
            if (Directory.Exists(path))
                throw new ProblemException(SecretStore.Problem(SecretProblems.FileMissing, reference, "is a directory"));
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
            if (IsExposed(file))
            {
                throw new ProblemException(SecretStore.Problem(SecretProblems.FileExposed, reference, "can be read by others") with
                {
                    NextStep = $"Run: chmod 600 {path}",
                });
            }
            var buffer = new byte[SizeLimit + 1];
            var length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            return length <= SizeLimit
                ? buffer[..length]
                : throw new ProblemException(SecretStore.Problem(SecretProblems.FileMissing, reference, $"is larger than {SizeLimit >> 10} KiB, which no secret is"));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProblemException(SecretStore.Problem(SecretProblems.FileMissing, reference, "does not exist"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ProblemException(SecretStore.Problem(SecretProblems.FileMissing, reference, "cannot be read") with { Cause = exception.Message });
        }
    }

    // The mode of the opened file, not of the path: between two looks at a path it can become another file. CI systems hand secrets
    // over in files of mode 644 or 666 inside a directory that is closed to others, which keeps them out just as well.
    private static bool IsExposed(FileStream file)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file.SafeFileHandle) & Others) == 0)
            return false;
        const UnixFileMode enter = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return (File.GetUnixFileMode(Path.GetDirectoryName(file.Name)!) & enter) != 0;
    }
}
