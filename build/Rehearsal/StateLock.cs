using System.Globalization;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

namespace JupyterHub.Pipeline.Rehearsal;

/// <summary>Holds a state directory for this process. The operating system gives it back when the process ends, however it ends.</summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <exception cref="ProblemException">HUB1820 with the holder's process id, or HUB1822.</exception>
    public static StateLock Take(string directory)
    {
        var path = Path.Combine(directory, "lock");
        try
        {
            PrivateFiles.CreateDirectory(directory);
            // It may have been made by someone less careful.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var file = PrivateFiles.Open(path, FileMode.OpenOrCreate, FileShare.None);
            // A file of its own: nobody can read the locked one.
            PrivateFiles.Write(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
            return new StateLock(file);
        }
        catch (IOException exception) when (File.Exists(path) && Holder(path) is { } holder)
        {
            throw new ProblemException(
                [
                    new Problem(RehearsalProblems.StateInUse, $"process {holder} runs this rehearsal")
                    {
                        Location = directory,
                        NextStep = $"wait until process {holder} ends, or end it (kill {holder})",
                    },
                ],
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                [new Problem(RehearsalProblems.StateUnusable, "the rehearsal's state cannot be kept") { Location = directory, Cause = exception.Message }], exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string? Holder(string path)
    {
        try
        {
            return File.ReadLines(path + ".pid").FirstOrDefault();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
