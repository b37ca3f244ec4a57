using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A process whose output is collected line by line.</summary>
internal sealed class RunningProcess : IProcess
{
    private readonly Process _process;
    private readonly Func<string, string> _outputFilter;
    private readonly int? _timeout;
    private readonly ConcurrentQueue<Output> _output = new();

    private RunningProcess(Process process, Func<string, string> outputFilter, int? timeout)
    {
        _process = process;
        _outputFilter = outputFilter;
        _timeout = timeout;
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _outputFilter(_process.StartInfo.Arguments);

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public static RunningProcess Start(
        ProcessStartInfo startInfo,
        int? timeout,
        Action<OutputType, string> logger,
        Func<string, string> outputFilter)
    {
        var running = new RunningProcess(new Process { StartInfo = startInfo }, outputFilter, timeout);
        running._process.OutputDataReceived += (_, e) => running.Receive(OutputType.Std, e.Data, logger);
        running._process.ErrorDataReceived += (_, e) => running.Receive(OutputType.Err, e.Data, logger);
#pragma warning disable RS0030 // This is the edition's own seam for processes; it has no reference to CliWrap.
        running._process.Start();
#pragma warning restore RS0030
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    public void Dispose() => _process.Dispose();

    public void Kill() => _process.Kill();

    public bool WaitForExit()
    {
        if (_timeout is not { } timeout)
        {
            _process.WaitForExit();
            return true;
        }

        if (_process.WaitForExit(timeout))
        {
            // Only the overload without a timeout also waits for the end of the output.
            _process.WaitForExit();
            return true;
        }

        _process.Kill();
        return false;
    }

    private void Receive(OutputType type, string line, Action<OutputType, string> logger)
    {
        if (line is null)
            return;

        line = _outputFilter(line);
        _output.Enqueue(new Output { Type = type, Text = line });
        logger?.Invoke(type, line);
    }
}
