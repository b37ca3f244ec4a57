using k8s.Exceptions;
using k8s.Watching;

namespace k8s;

/// <summary>Makes watches of list operations that were called with <c>watch: true</c>.</summary>
public static class WatcherExt
{
    /// <summary>Reads the response in the background.</summary>
    [Obsolete("This method will be deprecated in future versions. Please use the Watch method instead.")]
    public static Watcher<T> Watch<T, L>(
        this Task<HttpOperationResponse<L>> responseTask,
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError = null,
        Action onClosed = null) =>
        new(() => ReaderAsync(responseTask), onEvent, onError, onClosed);

    /// <summary>Reads the response in the background.</summary>
    [Obsolete("This method will be deprecated in future versions. Please use the Watch method instead.")]
    public static Watcher<T> Watch<T, L>(
        this HttpOperationResponse<L> response,
        Action<WatchEventType, T> onEvent,
        Action<Exception> onError = null,
        Action onClosed = null) =>
        new(() => ReaderAsync(Task.FromResult(response)), onEvent, onError, onClosed);

    /// <summary>Reads the response as it is enumerated; failures that the server reports go to the delegate.</summary>
    [Obsolete("This method will be deprecated in future versions. Please use the WatchAsync method instead.")]
    public static IAsyncEnumerable<(WatchEventType, T)> WatchAsync<T, L>(
        this Task<HttpOperationResponse<L>> responseTask,
        Action<Exception> onError = null,
        CancellationToken cancellationToken = default) =>
        Watcher<T>.ReadEventsAsync(() => ReaderAsync(responseTask), onError, cancellationToken);

    private static async Task<TextReader> ReaderAsync<L>(Task<HttpOperationResponse<L>> responseTask)
    {
        var response = await responseTask.ConfigureAwait(false);

        return response.Response.Content is EventStreamContent events
            ? events.Reader
            : throw new KubernetesClientException("not a watchable request or failed response");
    }
}
