namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>A clock that is wrong by a fixed time; its timers run as always.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
