using JupyterHub.Pipeline.Environments.Shapes;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments.Rules;

/// <summary>Files that an environment names must be there before anything is deployed with them.</summary>
internal static class Files
{
    public static void MustBeReadable(string file, string path, Binding binding, string? nextStep = null)
    {
        if (WhyUnreadable(file) is { } why)
            binding.Report(EnvironmentProblems.FileMissing, path, $"names {file}, which {why}", nextStep);
    }

    public static void MustBeDirectory(string directory, string path, Binding binding)
    {
        if (!Directory.Exists(directory))
            binding.Report(EnvironmentProblems.FileMissing, path, $"names {directory}, which is no directory");
    }

    private static string? WhyUnreadable(string file)
    {
        try
        {
            if (Directory.Exists(file))
                return "is a directory";
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return "does not exist";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"cannot be read ({exception.Message})";
        }
    }
}
