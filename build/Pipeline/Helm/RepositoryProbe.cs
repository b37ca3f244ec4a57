using System.Net.Sockets;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Finds out quickly whether a chart repository's host answers; helm itself would try for minutes.</summary>
internal static class RepositoryProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    /// <returns>Why it does not answer, or <see langword="null"/> when it does.</returns>
    public static async Task<string?> UnreachableAsync(string repository, CancellationToken cancellation)
    {
        var address = new Uri(repository);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Timeout);
        try
        {
            if (HttpClient.DefaultProxy.GetProxy(new Uri($"https://{address.Host}")) is not null)
                return null;
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port > 0 ? address.Port : 443, deadline.Token);
            return null;
        }
        catch (SocketException failure)
        {
            return $"{address.Host}: {failure.Message}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{address.Host}: no answer within {Timeout.TotalSeconds:0} s";
        }
    }
}
