using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>Sends octets as they are: what <see cref="DnsClient"/> would not send.</summary>
internal static class RawExchange
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<DnsMessage> ByUdpAsync(DnsServerEndpoint server, byte[] octets)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port, deadline.Token);
        await socket.SendAsync(octets, deadline.Token);
        var buffer = new byte[ushort.MaxValue];
        return DnsMessage.Read(buffer.AsSpan(0, await socket.ReceiveAsync(buffer, deadline.Token)));
    }

    /// <summary>Sends several messages in one go over one connection, and reads as many answers.</summary>
    public static async Task<IReadOnlyList<DnsMessage>> ByTcpAsync(DnsServerEndpoint server, params IReadOnlyList<byte[]> messages)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Parse(server.Host), server.Port, deadline.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(
            messages.SelectMany(octets => (byte[])[(byte)(octets.Length >> 8), (byte)octets.Length, .. octets]).ToArray(), deadline.Token);

        var answers = new List<DnsMessage>();
        foreach (var _ in messages)
        {
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, deadline.Token);
            var answer = new byte[length[0] << 8 | length[1]];
            await stream.ReadExactlyAsync(answer, deadline.Token);
            answers.Add(DnsMessage.Read(answer));
        }

        return answers;
    }
}
