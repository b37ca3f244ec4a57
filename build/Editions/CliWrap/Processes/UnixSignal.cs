using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CliWrap.Processes;

/// <summary>kill(2): .NET has no public way to send a signal other than SIGKILL.</summary>
internal static class UnixSignal
{
    private const int SigInt = 2;

    /// <summary>Sends SIGINT. A process that has ended needs none, and its id may be another's by now.</summary>
    public static bool Interrupt(Process process)
    {
        try
        {
            return process.HasExited || Kill(process.Id, SigInt) == 0;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
