using System.Globalization;
using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>A loopback port open by TCP and UDP, the number of which is kept between runs.</summary>
internal sealed record ServerPort(Socket Tcp, Socket Udp) : IDisposable
{
    /// <summary>The system hands out TCP ports without regard to UDP: so often another one is tried.</summary>
    private const int Attempts = 20;

    public IPEndPoint EndPoint => (IPEndPoint)Udp.LocalEndPoint!;

    /// <exception cref="ProblemException">HUB1850 when the requested port is taken.</exception>
    public static ServerPort Open(int requested, string memory)
    {
        if (requested != 0)
        {
            return TryOpen(requested, out var error) ?? throw new ProblemException(
                [new Problem(RehearsalDnsProblems.PortBusy, string.Create(CultureInfo.InvariantCulture, $"port {requested} of 127.0.0.1 is not free"))
                {
                    Cause = error!.Message,
                }],
                error);
        }

        var remembered = File.Exists(memory) && ushort.TryParse(File.ReadAllText(memory), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
        for (var attempt = 0; ; attempt++)
        {
            var opened = TryOpen(attempt == 0 ? remembered : 0, out var error);
            if (opened is not null)
            {
                File.WriteAllText(memory, opened.EndPoint.Port.ToString(CultureInfo.InvariantCulture));
                return opened;
            }

            if (attempt == Attempts)
            {
                throw new ProblemException(
                    [new Problem(RehearsalDnsProblems.PortBusy, "no port of 127.0.0.1 is free by TCP and UDP") { Cause = error!.Message }], error);
            }
        }
    }

    public void Dispose()
    {
        Tcp.Dispose();
        Udp.Dispose();
    }

    private static ServerPort? TryOpen(int port, out SocketException? error)
    {
        var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            tcp.Bind(new IPEndPoint(IPAddress.Loopback, port));
            tcp.Listen();
            udp.Bind((IPEndPoint)tcp.LocalEndPoint!);
            error = null;
            return new ServerPort(tcp, udp);
        }
        catch (SocketException failure)
        {
            tcp.Dispose();
            udp.Dispose();
            error = failure;
            return null;
        }
    }
}
