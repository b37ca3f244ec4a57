namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>One run of a command.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Elapsed">From its start until it had ended, in seconds.</param>
/// <param name="Processor">Processor time of it and its children, in seconds; <see langword="null"/> where it is not known.</param>
/// <param name="PeakMemory">Megabytes (10⁶ bytes) of its largest process at its peak; <see langword="null"/> where it is not known.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Sample(int ExitCode, double Elapsed, double? Processor, double? PeakMemory, string Output);
