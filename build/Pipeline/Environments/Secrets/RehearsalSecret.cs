using System.Security.Cryptography;
using System.Text;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>A secret of a rehearsal: made up when first needed, and kept with the rehearsal's state so that the next run knows it.</summary>
internal static class RehearsalSecret
{
    private const int Bytes = 32;

    public static async Task<byte[]> ReadOrMakeAsync(SecretReference reference, string directory, CancellationToken cancellation)
    {
        var path = Path.Combine(directory, reference.Target);
        try
        {
            if (!File.Exists(path))
                await MakeAsync(path, cancellation);
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SecretStore.Problem(SecretProblems.NotKept, reference, "cannot be kept") with { Cause = exception.Message });
        }
    }

    private static async Task MakeAsync(string path, CancellationToken cancellation)
    {
        var directory = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var secret = Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n");
        var partial = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(partial, PrivateFile()))
                await file.WriteAsync(secret, cancellation);
            // Whole or not at all, and never over the secret of a process that was faster.
            File.Move(partial, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process's secret is the one.
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
