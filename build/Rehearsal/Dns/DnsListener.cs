using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>Takes requests by UDP and TCP until it is stopped.</summary>
internal sealed class DnsListener(ServerPort port, RequestHandler handler) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private Task _serving = Task.CompletedTask;

    public void Start() => _serving = Task.WhenAll(Task.Run(ServeUdpAsync), Task.Run(AcceptAsync));

    public async ValueTask DisposeAsync()
    {
        // Not disposed of: a second call must find it, and without a timer it holds nothing.
        await _stop.CancelAsync();
        await _serving;
        await Task.WhenAll(_connections.Keys);
        port.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await port.Udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                foreach (var answer in handler.Handle(buffer[..received.ReceivedBytes], overTcp: false))
                    await port.Udp.SendToAsync(answer, received.RemoteEndPoint, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that is gone already; on some systems the next receive reports it.
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await port.Tcp.AcceptAsync(_stop.Token);
                var serving = Task.Run(() => ServeAsync(socket));
                _connections.TryAdd(serving, true);
                _ = serving.ContinueWith(ended => _connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client gave up before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        socket.NoDelay = true;
        var length = new byte[2];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(length, _stop.Token);
                var request = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(request, _stop.Token);
                foreach (var answer in handler.Handle(request, overTcp: true))
                    await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client closed the connection, or the server is stopping.
        }
    }
}
