using System.Collections.Concurrent;
using JupyterHub.Pipeline.Problems;
using Polly;
using Polly.Retry;
using Serilog;

namespace JupyterHub.Pipeline.Execution;

/// <summary>
/// One of the five doors through which every effect passes. Cancellation, retries and the count of writes live here,
/// so that the code behind a door knows nothing of them. Text that leaves the process is redacted further out, where all text does.
/// </summary>
public sealed class Door(DoorName name, TimeProvider? time = null)
{
    private readonly ConcurrentDictionary<(DoorRetry Retry, bool Repeatable), ResiliencePipeline> _pipelines = new();
    private int _reads;
    private int _writes;

    private static readonly ResiliencePropertyKey<string> What = new("what");

    public DoorName Name { get; } = name;

    /// <summary>Whether writes are refused (HUB1906): what has to hold while a run is only planned.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Which failures are tried again, and how, when the caller does not say.</summary>
    public DoorRetry Retry { get; init; } = DoorRetry.Network;

    /// <summary>Reads that passed since the process started; one that was tried again counts once.</summary>
    public int Reads => _reads;

    /// <summary>Writes that passed since the process started: requests that changed something, or tried to.</summary>
    public int Writes => _writes;

    /// <summary>Passes a request that changes nothing. Transient failures are tried again.</summary>
    /// <param name="what">What is read, for logs and errors: <c>get Certificate hub/jupyter-tls</c>.</param>
    /// <param name="retry">Other rules for this request than <see cref="Retry"/>.</param>
    public Task<T> ReadAsync<T>(string what, Func<CancellationToken, Task<T>> request, CancellationToken cancellation, DoorRetry? retry = null)
    {
        Interlocked.Increment(ref _reads);
        return PassAsync(what, request, retry ?? Retry, repeatable: true, cancellation);
    }

    /// <summary>Passes a request that may change something. It is tried again when it surely had no effect, or may have it twice.</summary>
    /// <param name="what">What is written, for logs and errors: <c>apply Certificate hub/jupyter-tls</c>.</param>
    /// <param name="retry">Other rules for this request than <see cref="Retry"/>.</param>
    /// <param name="idempotent">Whether the effect is the same however often the request is made.</param>
    /// <exception cref="ProblemException">The door is <see cref="ReadOnly"/> (HUB1906).</exception>
    public Task<T> WriteAsync<T>(
        string what, Func<CancellationToken, Task<T>> request, CancellationToken cancellation, DoorRetry? retry = null, bool idempotent = false)
    {
        if (ReadOnly)
            throw new ProblemException(new Problem(ExecutionProblems.WriteWhilePlanning, $"The run is only planned, so it must not {what}") { Location = $"{Name} door" });
        Interlocked.Increment(ref _writes);
        return PassAsync(what, request, retry ?? Retry, idempotent, cancellation);
    }

    private async Task<T> PassAsync<T>(string what, Func<CancellationToken, Task<T>> request, DoorRetry retry, bool repeatable, CancellationToken cancellation)
    {
        Log.Verbose("{Door}: {What}", Name, what);
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            context.Properties.Set(What, what);
            return await _pipelines.GetOrAdd((retry, repeatable), Pipeline)
                .ExecuteAsync(async attempt => await request(attempt.CancellationToken).ConfigureAwait(false), context)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Pipeline((DoorRetry Retry, bool Repeatable) rules)
    {
        var retry = rules.Retry;
        if (retry.Attempts <= 1)
            return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder { TimeProvider = time ?? TimeProvider.System }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = retry.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = retry.Delay,
                MaxDelay = retry.MaxDelay,
                ShouldHandle = failed => ValueTask.FromResult(
                    failed.Outcome.Exception is { } exception and not ProblemException
                    && !failed.Context.CancellationToken.IsCancellationRequested
                    && retry.IsTransient(exception)
                    && (rules.Repeatable || retry.HadNoEffect(exception))),
                DelayGenerator = failed => ValueTask.FromResult(
                    failed.Outcome.Exception is { } exception && retry.RetryAfter(exception) is { } after
                        ? (after < retry.MaxDelay ? after : retry.MaxDelay)
                        : (TimeSpan?)null),
                OnRetry = failed =>
                {
                    var what = failed.Context.Properties.GetValue(What, "");
                    Log.Verbose("{Door}: {What} failed ({Reason}), tried again in {Delay} s", Name, what, failed.Outcome.Exception?.Message, Math.Round(failed.RetryDelay.TotalSeconds, 1));
                    TargetProgress.Report($"{what}: {failed.Outcome.Exception?.Message}");
                    return default;
                },
            })
            .Build();
    }
}
