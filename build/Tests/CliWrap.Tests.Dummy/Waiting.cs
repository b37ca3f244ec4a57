using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CliWrap.Tests.Dummy;

internal static class Waiting
{
    public static async Task<int> UntilInterruptedAsync(bool ignore)
    {
        var interrupted = new TaskCompletionSource();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Console.WriteLine(ignore ? "Refused." : "Canceled.");

            if (!ignore)
                interrupted.TrySetResult();
        });

        Console.WriteLine("Waiting.");
        await interrupted.Task;
        return 0;
    }

    /// <summary>
    /// Connects to the port and holds the connection until it dies, so that the other end learns of its life and its death;
    /// starts one child that does the same, down to the given depth.
    /// </summary>
    public static async Task<int> WithDescendantsAsync(int depth, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(BitConverter.GetBytes(Environment.ProcessId));

        using var child = depth > 1
            ? Process.Start(Program.FilePath, ["family", (depth - 1).ToString(), port.ToString()])
            : null;

        await stream.ReadExactlyAsync(new byte[1]);
        return 0;
    }
}
