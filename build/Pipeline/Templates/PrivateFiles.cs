using System.Text;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates;

/// <summary>Files that only their owner can read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode DirectoryMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file whole or not at all, and only when it differs; whether it did.</summary>
    /// <exception cref="ProblemException">It cannot be written.</exception>
    public static bool Write(string directory, string path, string text)
    {
        var file = Path.GetFullPath(path, Path.GetFullPath(directory));
        try
        {
            if (File.Exists(file) && File.ReadAllText(file) == text)
                return false;
            CreateDirectory(Path.GetDirectoryName(file)!);
            var partial = $"{file}.{Guid.NewGuid():N}";
            try
            {
                using (var stream = new FileStream(partial, Options()))
                    stream.Write(Encoding.UTF8.GetBytes(text));
                File.Move(partial, file, overwrite: true);
            }
            finally
            {
                File.Delete(partial);
            }
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ProblemException(new Problem(TemplateProblems.NotWritten, $"'{file}' cannot be written") { Cause = exception.Message });
        }
    }

    private static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, DirectoryMode);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return options;
    }
}
