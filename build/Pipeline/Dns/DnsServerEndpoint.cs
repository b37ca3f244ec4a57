using System.Globalization;
using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>Where a DNS server is.</summary>
/// <param name="Host">An address, or a name that this machine resolves.</param>
/// <param name="Port">UDP and TCP port.</param>
public sealed record DnsServerEndpoint(string Host, int Port = DnsServerEndpoint.DefaultPort)
{
    public const int DefaultPort = 53;

    public static implicit operator DnsServerEndpoint(IPEndPoint endpoint) => FromEndPoint(endpoint);

    public static DnsServerEndpoint FromEndPoint(IPEndPoint endpoint) => new(endpoint.Address.ToString(), endpoint.Port);

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>The server's addresses, in the system's order; at least one.</summary>
    /// <exception cref="ProblemException">HUB1605 when the name does not resolve.</exception>
    internal async Task<IReadOnlyList<IPEndPoint>> ResolveAsync(CancellationToken cancellation)
    {
        if (IPAddress.TryParse(Host, out var address))
            return [new IPEndPoint(address, Port)];

        try
        {
            var addresses = await System.Net.Dns.GetHostAddressesAsync(Host, cancellation);
            if (addresses.Length > 0)
                return [.. addresses.Select(found => new IPEndPoint(found, Port))];
        }
        catch (SocketException error)
        {
            throw NotFound(error.Message, error);
        }

        throw NotFound("it has no addresses", error: null);
    }

    private ProblemException NotFound(string cause, Exception? error)
        => new([new Problem(DnsProblems.ServerNotFound, $"the DNS server's name '{Host}' does not resolve") { Cause = cause }], error);
}
