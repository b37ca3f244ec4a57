using System.ComponentModel;
using System.Diagnostics;

namespace CliWrap.Processes;

/// <summary>One started process: its streams as bytes, its times, and the two ways to end it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    // Process.ProcessName cannot be read once the process is gone.
    public string Name => Path.GetFileName(_process.StartInfo.FileName);

    public int ExitCode => _process.ExitCode;

    public DateTimeOffset StartTime { get; private set; }

    public DateTimeOffset ExitTime { get; private set; }

    public Stream StandardInput =>
        _process.StartInfo.RedirectStandardInput ? _process.StandardInput.BaseStream : Stream.Null;

    public Stream StandardOutput =>
        _process.StartInfo.RedirectStandardOutput ? _process.StandardOutput.BaseStream : Stream.Null;

    public Stream StandardError =>
        _process.StartInfo.RedirectStandardError ? _process.StandardError.BaseStream : Stream.Null;

    /// <summary>Starts the process, and throws at once when that fails.</summary>
    public static ChildProcess Start(ProcessStartInfo startInfo, Action<Process> configure)
    {
        var child = new ChildProcess(new Process { StartInfo = startInfo, EnableRaisingEvents = true });

        try
        {
            child.Start();
            configure(child._process);
            return child;
        }
        catch
        {
            // It may have started and only its configuration failed: nobody else knows of it.
            child.Kill();
            child.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the process, not its output, has ended.</summary>
    public async Task WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        ExitTime = TimeProvider.System.GetLocalNow();
    }

    /// <summary>Asks the process to stop, as Ctrl+C would; ends it where it cannot be asked.</summary>
    public void Interrupt()
    {
        // Elsewhere than on Unix a console event reaches a whole process group, this one included.
        if (OperatingSystem.IsWindows() || !UnixSignal.Interrupt(_process))
            Kill();
    }

    /// <summary>Ends the process and all its descendants.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended meanwhile, or it cannot be ended: the caller's wait has a limit, and says so when that is reached.
        }
    }

    public void Dispose() => _process.Dispose();

    private void Start()
    {
        try
        {
#pragma warning disable RS0030 // The one place that starts processes.
            var started = _process.Start();
#pragma warning restore RS0030

            if (!started)
                throw new InvalidOperationException(
                    $"Failed to start a process with file path '{_process.StartInfo.FileName}'. "
                    + "Target file is not an executable or lacks the 'execute' permission.");
        }
        catch (Win32Exception e)
        {
            throw new Win32Exception(
                $"Failed to start a process with file path '{_process.StartInfo.FileName}'. "
                + "Target file or working directory doesn't exist, the provided credentials are invalid, "
                + "or the resource policy cannot be set due to insufficient permissions. "
                + "See the inner exception for more information.",
                e);
        }

        StartTime = TimeProvider.System.GetLocalNow();
    }
}
