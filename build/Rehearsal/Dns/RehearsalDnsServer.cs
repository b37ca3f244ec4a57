using System.Net;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>
/// An authoritative DNS server on 127.0.0.1, by UDP and TCP: queries, signed updates (RFC 2136, RFC 8945) and signed transfers (RFC 5936). Where
/// BIND 9.18 has a rule of its own, it has the same. Zones survive in the state directory, also a crash.
/// </summary>
public sealed class RehearsalDnsServer : IAsyncDisposable
{
    private readonly DnsListener _listener;
    private readonly FileStream _lock;

    private RehearsalDnsServer(IPEndPoint endpoint, DnsListener listener, FileStream stateLock)
    {
        EndPoint = endpoint;
        _listener = listener;
        _lock = stateLock;
    }

    /// <summary>Where it listens, by UDP and TCP.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Loads the state and begins to answer.</summary>
    /// <exception cref="ProblemException">A code of <see cref="RehearsalDnsProblems"/>: port or state cannot be used.</exception>
    public static Task<RehearsalDnsServer> StartAsync(RehearsalDnsOptions options, CancellationToken cancellation)
        => Task.Run(() => Start(options), cancellation);

    /// <summary>Stops answering at once; updates that were answered are kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static RehearsalDnsServer Start(RehearsalDnsOptions options)
    {
        FileStream? stateLock = null;
        ServerPort? port = null;
        try
        {
            Directory.CreateDirectory(options.StateDirectory);
            stateLock = Lock(Path.Combine(options.StateDirectory, "lock"));
            IReadOnlyList<ServedZone> zones = [.. options.Zones.Select(zone => new ServedZone(zone, options.StateDirectory))];
            port = ServerPort.Open(options.Port, Path.Combine(options.StateDirectory, "port"));
            var listener = new DnsListener(port, new RequestHandler(zones, options.Keys, options.Time));
            listener.Start();
            return new RehearsalDnsServer(port.EndPoint, listener, stateLock);
        }
        catch (Exception error)
        {
            port?.Dispose();
            stateLock?.Dispose();
            if (error is not (IOException or UnauthorizedAccessException))
                throw;
            throw new ProblemException(
                [new Problem(RehearsalDnsProblems.StateUnusable, "the state of the DNS server cannot be kept")
                {
                    Location = options.StateDirectory,
                    Cause = error.Message,
                }],
                error);
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new ProblemException(
                [new Problem(RehearsalDnsProblems.StateInUse, "another process uses the state of the DNS server") { Location = path, Cause = error.Message }],
                error);
        }
    }
}
