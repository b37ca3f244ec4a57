using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Appends log events to a file, which is created with the first one. A file that cannot be written is no reason to fail.</summary>
/// <param name="path">Names the file when it is created.</param>
/// <param name="timestamps">Whether lines begin with the time.</param>
internal sealed class FileLogSink(Func<string> path, bool timestamps) : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();
    private StreamWriter _writer;
    private bool _failed;

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_failed)
                return;

            try
            {
                _writer ??= new StreamWriter(new FileStream(path.Invoke(), FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
                if (timestamps)
                    _writer.Write($"{logEvent.Timestamp:HH:mm:ss.fff} | ");
                _writer.WriteLine($"{LogText.LevelOf(logEvent.Level)[0]} | {LogText.TargetOf(logEvent),-20} | {LogText.MessageOf(logEvent)}");
                if (logEvent.Exception is not null)
                    _writer.WriteLine(logEvent.Exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _failed = true;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _writer?.Dispose();
    }
}
