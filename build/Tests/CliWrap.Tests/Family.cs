using System.Net;
using System.Net.Sockets;

namespace CliWrap.Tests;

/// <summary>Learns of the life and death of processes by the connections that they hold: no polling, no process tables.</summary>
internal sealed class Family : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _members = [];

    public Family() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task<IReadOnlyList<int>> BornAsync(int count)
    {
        var ids = new List<int>();

        while (ids.Count < count)
        {
            var member = await _listener.AcceptTcpClientAsync();
            _members.Add(member);

            var id = new byte[sizeof(int)];
            await member.GetStream().ReadExactlyAsync(id);
            ids.Add(BitConverter.ToInt32(id));
        }

        return ids;
    }

    public Task DeadAsync() => Task.WhenAll(_members.Select(async member =>
    {
        try
        {
            (await member.GetStream().ReadAsync(new byte[1])).ShouldBe(0);
        }
        catch (IOException)
        {
            // A connection reset is an end as well.
        }
    }));

    public ValueTask DisposeAsync()
    {
        foreach (var member in _members)
            member.Dispose();

        _listener.Dispose();
        return ValueTask.CompletedTask;
    }
}
