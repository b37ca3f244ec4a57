namespace JupyterHub.Pipeline.Execution;

/// <summary>The five doors of a run.</summary>
/// <param name="time">The clock that retries wait by.</param>
/// <param name="readOnly">Whether writes are refused.</param>
public sealed class Doors(TimeProvider? time = null, bool readOnly = false)
{
    /// <summary>The doors of the run that the calling code belongs to.</summary>
    public static Doors Current => PipelineRun.Current.Doors;

    public Door Kubernetes { get; } = new(DoorName.Kubernetes, time) { ReadOnly = readOnly };

    public Door Helm { get; } = new(DoorName.Helm, time) { ReadOnly = readOnly, Retry = DoorRetry.Never };

    public Door Dns { get; } = new(DoorName.Dns, time) { ReadOnly = readOnly };

    // The AWS SDK has a retry policy of its own; two on top of each other multiply.
    public Door Aws { get; } = new(DoorName.Aws, time) { ReadOnly = readOnly, Retry = DoorRetry.Never };

    public Door Ssh { get; } = new(DoorName.Ssh, time) { ReadOnly = readOnly };

    /// <summary>All of them, in the order of <see cref="DoorName"/>.</summary>
    public IReadOnlyList<Door> All => [Kubernetes, Helm, Dns, Aws, Ssh];

    public Door this[DoorName name] => All[(int)name];

    /// <summary>Writes through all doors together.</summary>
    public int Writes => All.Sum(door => door.Writes);
}
