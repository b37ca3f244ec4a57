using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Clusters;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public sealed class RehearsalDnsServerTests : IDisposable
{
    private static readonly DnsName Zone = DnsName.Parse("data.example.org");
    private static readonly DnsName Www = DnsName.Parse("www", Zone);
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(5);

    private readonly string _directory = Directory.CreateTempSubdirectory("dns-state-").FullName;

    private RehearsalDnsOptions Options => RehearsalDnsOptions.For(new RehearsalRequest
    {
        Name = "onprem-rehearsal",
        StateDirectory = _directory,
        Zone = "data.example.org",
        TsigKey = ("hub-key", "hmac-sha256", SpecSetup.Secret),
        HubHost = "jupyter.data.example.org",
    });

    private string Journal => Path.Combine(_directory, "dns", "data.example.org.journal");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Records_serial_and_port_survive_a_restart()
    {
        int port;
        uint serial;
        await using (var server = await Start())
        {
            port = server.EndPoint.Port;
            await Send(server, update => update.Add(Www, Ttl, Address("192.0.2.1")).Add(Www, Ttl, TextData.Of("a \"quoted\" \\ text \u00e9")));
            await Send(server, update => update.Add(Www, Ttl, Address("192.0.2.2")));
            await Send(server, update => update.Delete(Www, Address("192.0.2.1")));
            serial = await Serial(server);
        }

        await using (var server = await Start())
        {
            server.EndPoint.Port.ShouldBe(port);
            (await Serial(server)).ShouldBe(serial);
            (await Lookup(server, Www, RecordType.A)).ShouldBe([Address("192.0.2.2")]);
            (await Lookup(server, Www, RecordType.TXT)).ShouldBe([TextData.Of("a \"quoted\" \\ text \u00e9")]);
        }
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_cut_off()
    {
        await using (var server = await Start())
            await Send(server, update => update.Add(Www, Ttl, Address("192.0.2.1")));
        var whole = await File.ReadAllBytesAsync(Journal);
        foreach (var tail in (string[])["- www", "- www.data.example.org A\n+ www.data.example.org 300 A 192.0.2.9\n", "- x A\ncommit 00", "- x A\ncommit 0000000000000000\n"])
        {
            await File.WriteAllBytesAsync(Journal, [.. whole, .. System.Text.Encoding.UTF8.GetBytes(tail)]);
            await using var server = await Start();
            (await Lookup(server, Www, RecordType.A)).ShouldBe([Address("192.0.2.1")], tail);
            await Send(server, update => update.Add(DnsName.Parse("next", Zone), Ttl, Address("192.0.2.3")));
            await server.DisposeAsync();
            await using var again = await Start();
            (await Lookup(again, DnsName.Parse("next", Zone), RecordType.A)).ShouldBe([Address("192.0.2.3")], tail);
        }
    }

    [Fact]
    public async Task Every_cut_of_the_journal_loads_as_some_earlier_state()
    {
        await using (var server = await Start())
        {
            for (var i = 1; i <= 3; i++)
                await Send(server, update => update.Add(Www, Ttl, Address($"192.0.2.{i}")));
        }

        var whole = await File.ReadAllBytesAsync(Journal);
        var counts = new HashSet<int>();
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Journal, whole[..length]);
            var content = new ZoneJournal(Journal).Load(ZoneContent.Initial(Zone));
            counts.Add(content.Find(Www, RecordType.A)?.Values.Count ?? 0);
            content.Soa.Serial.ShouldBe(1u + (uint)(content.Find(Www, RecordType.A)?.Values.Count ?? 0));
        }

        counts.Order().ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task A_damaged_entry_before_intact_ones_is_told_with_its_line()
    {
        await using (var server = await Start())
        {
            await Send(server, update => update.Add(Www, Ttl, Address("192.0.2.1")));
            await Send(server, update => update.Add(Www, Ttl, Address("192.0.2.2")));
        }

        await File.WriteAllTextAsync(Journal, (await File.ReadAllTextAsync(Journal)).Replace("A 192.0.2.1\ncommit", "A 192.0.2.7\ncommit", StringComparison.Ordinal));
        (await Fails(RehearsalDnsProblems.JournalDamaged)).Location.ShouldBe($"{Journal}:1");
    }

    [Fact]
    public async Task A_long_journal_is_shortened()
    {
        var initial = ZoneContent.Initial(Zone);
        Directory.CreateDirectory(Path.GetDirectoryName(Journal)!);
        var journal = new ZoneJournal(Journal);
        var content = initial;
        for (var i = 0; i < 30; i++)
        {
            var next = content.With(Www, RecordType.A, new RecordSet(300, [Address($"10.0.0.{i}")])).WithSerial((uint)i + 2);
            journal.Append(content, next);
            content = next;
        }

        var before = new FileInfo(Journal).Length;
        var shortened = new ZoneJournal(Journal, compactAfter: 20);
        shortened.Load(initial).DifferencesTo(content).ShouldBeEmpty();
        new FileInfo(Journal).Length.ShouldBeLessThan(before / 10);
        shortened.Append(content, content.WithSerial(99));

        await using var server = await Start();
        (await Lookup(server, Www, RecordType.A)).ShouldBe([Address("10.0.0.29")]);
        (await Serial(server)).ShouldBe(99u);
    }

    [Theory]
    [InlineData(SocketType.Stream, ProtocolType.Tcp)]
    [InlineData(SocketType.Dgram, ProtocolType.Udp)]
    public async Task A_requested_port_that_is_taken_is_told(SocketType type, ProtocolType protocol)
    {
        using var other = new Socket(AddressFamily.InterNetwork, type, protocol);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (type == SocketType.Stream)
            other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;

        var problem = await Fails(RehearsalDnsProblems.PortBusy, Options with { Port = port });

        problem.Message.ShouldContain($"port {port}");
        problem.Code.NextStep.ShouldContain("cluster.rehearsal.dnsPort");
        await using var server = await Start();
        server.EndPoint.Port.ShouldNotBe(port, "a failed start leaves nothing locked");
    }

    [Fact]
    public async Task A_remembered_port_that_is_taken_is_replaced()
    {
        await using (await Start())
        {
        }

        var remembered = int.Parse(await File.ReadAllTextAsync(Path.Combine(_directory, "dns", "port")), System.Globalization.CultureInfo.InvariantCulture);
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, remembered));
        await using var server = await Start();
        server.EndPoint.Port.ShouldNotBe(remembered);
        (await File.ReadAllTextAsync(Path.Combine(_directory, "dns", "port"))).ShouldBe($"{server.EndPoint.Port}");
    }

    [Fact]
    public async Task A_requested_port_is_used()
    {
        int port;
        await using (var server = await Start())
            port = server.EndPoint.Port;
        await using var requested = await RehearsalDnsServer.StartAsync(Options with { Port = port }, CancellationToken.None);
        requested.EndPoint.ShouldBe(new IPEndPoint(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_state()
    {
        await using var server = await Start();
        (await Fails(RehearsalDnsProblems.StateInUse)).Location.ShouldNotBeNull().ShouldEndWith("lock");
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "dns"), "a file");
        (await Fails(RehearsalDnsProblems.StateUnusable)).Location.ShouldBe(Path.Combine(_directory, "dns"));
    }

    [Fact]
    public async Task It_stops_promptly_with_connections_open()
    {
        var server = await Start();
        using var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint);
        await client.GetStream().WriteAsync(new byte[] { 0 });

        await server.DisposeAsync().AsTask().WaitAsync(RawExchange.Deadline);

        using var next = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => next.ConnectAsync(server.EndPoint));
    }

    [Fact]
    public async Task Updates_at_the_same_time_are_all_made()
    {
        await using var server = await Start();
        await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Send(server, update => update.Add(DnsName.Parse($"n{i}", Zone), Ttl, Address($"192.0.2.{i}")))));
        (await Serial(server)).ShouldBe(51u);
        var records = new List<DnsRecord>();
        await foreach (var record in Client(server).TransferAsync(Zone, Options.Keys[0], CancellationToken.None))
            records.Add(record);
        records.Count.ShouldBe(3 + 50);
    }

    [Fact]
    public async Task A_delegated_name_is_referred()
    {
        var child = DnsName.Parse("child", Zone);
        await using var server = await RehearsalDnsServer.StartAsync(
            Options with { Zones = [Options.Zones[0] with { Grants = [new UpdateGrant(DnsName.Parse("hub-key"), RecordType.ANY)] }] }, CancellationToken.None);
        await Send(server, update => update
            .Add(child, Ttl, new NameData(RecordType.NS, DnsName.Parse("ns", child)))
            .Add(DnsName.Parse("ns", child), Ttl, Address("192.0.2.53")));

        var response = await Client(server).QueryAsync(DnsName.Parse("www", child), RecordType.A, key: null, CancellationToken.None);

        response.Authoritative.ShouldBeFalse();
        response.Authorities.ShouldHaveSingleItem().Type.ShouldBe(RecordType.NS);
        response.Additionals.ShouldHaveSingleItem().Data.ShouldBe(Address("192.0.2.53"));
    }

    private static AddressData Address(string text) => new(IPAddress.Parse(text));

    private static DnsClient Client(RehearsalDnsServer server)
        => new(server.EndPoint, new Door(DoorName.Dns), new DnsClientOptions { Timeout = RawExchange.Deadline });

    private static Task<IReadOnlyList<RecordData>> Lookup(RehearsalDnsServer server, DnsName name, RecordType type)
        => Client(server).LookupAsync(name, type, CancellationToken.None);

    private static async Task<uint> Serial(RehearsalDnsServer server) => ((SoaData)(await Lookup(server, Zone, RecordType.SOA)).Single()).Serial;

    private Task<RehearsalDnsServer> Start() => RehearsalDnsServer.StartAsync(Options, CancellationToken.None);

    private Task Send(RehearsalDnsServer server, Func<DnsUpdate, DnsUpdate> update)
        => Client(server).UpdateAsync(update(new DnsUpdate(Zone)), Options.Keys[0], CancellationToken.None);

    private async Task<Problem> Fails(ProblemCode code, RehearsalDnsOptions? options = null)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(() => RehearsalDnsServer.StartAsync(options ?? Options, CancellationToken.None))).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        return problem;
    }
}
