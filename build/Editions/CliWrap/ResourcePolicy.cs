using System.Diagnostics;

namespace CliWrap;

/// <summary>Limits put on a process as soon as it has started; null leaves the system's default.</summary>
public class ResourcePolicy(
    ProcessPriorityClass? priority = null,
    nint? affinity = null,
    nint? minWorkingSet = null,
    nint? maxWorkingSet = null)
{
    /// <summary>No limits.</summary>
    public static ResourcePolicy Default { get; } = new();

    /// <summary>Scheduling priority.</summary>
    public ProcessPriorityClass? Priority { get; } = priority;

    /// <summary>Bit mask of the processors that may run it (Windows, Linux).</summary>
    public nint? Affinity { get; } = affinity;

    /// <summary>Least working set in bytes (Windows).</summary>
    public nint? MinWorkingSet { get; } = minWorkingSet;

    /// <summary>Greatest working set in bytes (Windows).</summary>
    public nint? MaxWorkingSet { get; } = maxWorkingSet;
}
