using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Tests.Dns;

/// <summary>
/// A DNS server on loopback that answers what a test tells it: any octets, none, or, by TCP, the end of the connection. It is for what real
/// servers do only when they are broken or hostile.
/// </summary>
internal sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Func<byte[], bool, IEnumerable<byte[]>?> _script;
    private readonly Task _serving;

    /// <param name="script">Gives the answers to a request that came by UDP (false) or TCP (true); null closes the connection.</param>
    public ScriptedDnsServer(Func<byte[], bool, IEnumerable<byte[]>?> script)
    {
        _script = script;
        _tcp.Start();
        _udp.Bind(_tcp.LocalEndpoint);
        _serving = Task.WhenAll(Task.Run(ServeUdpAsync), Task.Run(ServeTcpAsync));
    }

    /// <summary>Answers each request with one message made from it.</summary>
    public ScriptedDnsServer(Func<DnsMessage, DnsMessage> answer)
        : this((request, _) => [answer(DnsMessage.Read(request)).ToWire()])
    {
    }

    public DnsServerEndpoint Endpoint => (IPEndPoint)_tcp.LocalEndpoint;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _tcp.Dispose();
        _udp.Dispose();
        _stop.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        try
        {
            while (true)
            {
                var received = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                foreach (var answer in _script(buffer[..received.ReceivedBytes], false) ?? [])
                    await _udp.SendToAsync(answer, received.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    private async Task ServeTcpAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _tcp.AcceptTcpClientAsync(_stop.Token);
                connections.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            while (true)
            {
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, _stop.Token);
                var request = new byte[length[0] << 8 | length[1]];
                await stream.ReadExactlyAsync(request, _stop.Token);
                if (_script(request, true) is not { } answers)
                    return;
                foreach (var answer in answers)
                {
                    // No octets at all: the end, amid an answer.
                    if (answer.Length == 0)
                        return;
                    await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _stop.Token);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client is gone, or the test is over.
        }
    }
}
