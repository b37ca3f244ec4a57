using System.Runtime.InteropServices;

namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>Where and when it was measured.</summary>
internal sealed record Machine(DateTimeOffset Started, string System, string Runtime, int Cores, string? Load)
{
    public static Machine Describe(TimeProvider time) => new(
        time.GetUtcNow(), RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount,
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : null);
}
