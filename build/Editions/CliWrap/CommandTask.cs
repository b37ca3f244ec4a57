using System.Runtime.CompilerServices;

namespace CliWrap;

/// <summary>A running command: awaitable, with the id of its process.</summary>
public class CommandTask<TResult>(Task<TResult> task, int processId) : IDisposable
{
    /// <summary>Completes when the process has exited and its pipes have been drained.</summary>
    public Task<TResult> Task { get; } = task;

    /// <summary>Id of the process.</summary>
    public int ProcessId { get; } = processId;

    internal CommandTask<T> Bind<T>(Func<Task<TResult>, Task<T>> transform) => new(transform(Task), ProcessId);

    /// <summary>The same execution with its result mapped, once there is one.</summary>
    [Obsolete("Use async/await instead.")]
    public CommandTask<T> Select<T>(Func<TResult, T> transform) =>
        Bind(async task => transform(await task.ConfigureAwait(false)));

    /// <summary>Makes the object awaitable.</summary>
    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    /// <summary>Configures where the continuation runs.</summary>
    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    /// <summary>Disposes the task, which must have completed; it does not stop the process.</summary>
    public void Dispose() => Task.Dispose();

    /// <summary>The plain task.</summary>
    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;
}
