using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A TCP connection, on which each message has two octets of length before it (RFC 1035, section 4.2.2).</summary>
internal sealed class DnsConnection : IAsyncDisposable
{
    private readonly NetworkStream _stream;

    private DnsConnection(Socket socket) => _stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>Connects to the first address that takes the connection.</summary>
    public static async Task<DnsConnection> OpenAsync(IReadOnlyList<IPEndPoint> addresses, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses[i], cancellation);
                return new DnsConnection(socket);
            }
            catch (SocketException) when (i < addresses.Count - 1)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    public async Task SendAsync(byte[] message, CancellationToken cancellation)
    {
        // In one write: some servers want length and message in one segment.
        byte[] framed = [(byte)(message.Length >> 8), (byte)message.Length, .. message];
        await _stream.WriteAsync(framed, cancellation);
    }

    /// <exception cref="EndOfStreamException">The server closed the connection.</exception>
    public async Task<byte[]> ReceiveAsync(CancellationToken cancellation)
    {
        var length = new byte[2];
        await _stream.ReadExactlyAsync(length, cancellation);
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await _stream.ReadExactlyAsync(message, cancellation);
        return message;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
