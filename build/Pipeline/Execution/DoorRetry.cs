using System.Net;
using System.Net.Sockets;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Which failures of a request are worth another attempt, and when.</summary>
public sealed record DoorRetry
{
    /// <summary>No second attempt.</summary>
    public static readonly DoorRetry Never = new() { Attempts = 1 };

    /// <summary>Connections that fail or break, and what HTTP servers answer when they are overloaded or being restarted.</summary>
    public static readonly DoorRetry Network = new();

    /// <summary>All attempts together; at least one.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>About how long the first pause is; each further one is twice as long, with jitter.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>No pause is longer than this, whatever a server asks for.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether the same request may succeed a little later.</summary>
    public Func<Exception, bool> IsTransient { get; init; } = IsNetworkFailure;

    /// <summary>Whether a failed request surely changed nothing, so that even a write may be made again.</summary>
    public Func<Exception, bool> HadNoEffect { get; init; } = WasNotSent;

    /// <summary>How long the server asks to wait (RFC 9110, 10.2.3), when it does.</summary>
    public Func<Exception, TimeSpan?> RetryAfter { get; init; } = _ => null;

    /// <summary>Connection-level failures and the answers 408, 429, 502, 503 and 504.</summary>
    public static bool IsNetworkFailure(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => IsOverload(status),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => false,
        HttpRequestException or SocketException or TimeoutException => true,
        IOException { InnerException: SocketException } => true,
        // HttpClient reports its own timeout as a cancellation that nobody asked for.
        TaskCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>408, 429, 502, 503 and 504: the server can't now, and may be able to later.</summary>
    public static bool IsOverload(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool WasNotSent(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => true,
        HttpRequestException { InnerException: SocketException socket } => WasNotSent(socket),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => true,
        _ => false,
    };
}
