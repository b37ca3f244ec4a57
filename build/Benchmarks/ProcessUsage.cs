using System.Runtime.InteropServices;

namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>What the processes that this one has waited for, and theirs, used (<c>getrusage(RUSAGE_CHILDREN)</c>, POSIX.1-2017).</summary>
/// <param name="Processor">Processor time of all of them, in user mode and in the kernel.</param>
/// <param name="PeakMemory">Resident bytes of the largest of them at its peak.</param>
internal readonly record struct ProcessUsage(TimeSpan Processor, long PeakMemory)
{
    private const int Children = -1;

    /// <summary><see langword="null"/> where the system does not tell.</summary>
    public static ProcessUsage? OfChildren()
    {
        if (OperatingSystem.IsWindows() || GetUsage(Children, out var usage) != 0)
            return null;
        // Linux gives ru_maxrss in KiB, macOS in bytes.
        var unit = OperatingSystem.IsMacOS() ? 1 : 1024;
        return new ProcessUsage(usage.User.Duration + usage.System.Duration, usage.PeakMemory * unit);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeValue
    {
        private readonly nint _seconds;
        private readonly nint _microseconds;

        // macOS has 32 bits of microseconds and padding behind them.
        public TimeSpan Duration => TimeSpan.FromSeconds(_seconds) + TimeSpan.FromMicroseconds((int)_microseconds);
    }

    // Behind these come thirteen more longs.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct Usage
    {
        public readonly TimeValue User;
        public readonly TimeValue System;
        public readonly nint PeakMemory;
    }
}
