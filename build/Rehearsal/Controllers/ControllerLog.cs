using System.Globalization;

namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>What the components of the rehearsal would have logged in their pods. Never secrets. Thread-safe.</summary>
internal sealed class ControllerLog(TextWriter? writer, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();

    public void Write(string component, string line)
    {
        if (writer is null)
            return;
        lock (_gate)
            writer.WriteLine($"{time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)} {component}: {line}");
    }

    public void Failed(string controller, ObjectKey key, Exception problem) => Write(controller, $"{key}: {problem}");

    public void Dispose() => writer?.Dispose();
}
