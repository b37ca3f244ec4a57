using System.Net;
using System.Net.Sockets;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Dns;

/// <summary>The client against servers that are broken, hostile or absent. What real servers answer is tested with real servers.</summary>
public sealed class DnsClientTests
{
    private static readonly DnsName Zone = DnsName.Parse("example.org");
    private static readonly DnsName Www = DnsName.Parse("www.example.org");
    private static readonly TsigKey Key = TsigKey.Parse("hub-key", "hmac-sha256", "MDEyMzQ1Njc4OWFiY2RlZg==");
    private static readonly AddressData Address = new(IPAddress.Parse("192.0.2.1"));

    private readonly Door _door = new(DoorName.Dns) { Retry = DoorRetry.Never };

    [Fact]
    public async Task A_server_that_is_silent_is_asked_again_and_then_given_up()
    {
        await using var server = new ScriptedDnsServer((_, _) => []);
        var impatient = Client(server.Endpoint, timeout: TimeSpan.FromMilliseconds(20));
        (await Fails(DnsProblems.ServerTimeout, () => Query(impatient))).Message.ShouldBe("no answer by UDP within 0.02 s, 3 times");
        (await Fails(DnsProblems.ServerTimeout, () => Update(impatient))).Message.ShouldBe("no answer by TCP within 0.02 s");
        (await Fails(DnsProblems.ServerTimeout, () => Transfer(impatient))).Location.ShouldNotBeNull().ShouldEndWith("transfer of zone example.org");
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again()
    {
        var requests = 0;
        await using var server = new ScriptedDnsServer((request, _) => Interlocked.Increment(ref requests) == 1 ? [] : [Answer(DnsMessage.Read(request)).ToWire()]);
        (await Query(new DnsClient(server.Endpoint, _door, new DnsClientOptions { Timeout = TimeSpan.FromMilliseconds(200), Attempts = 100 })))
            .Answers.ShouldHaveSingleItem().Data.ShouldBe(Address);
        requests.ShouldBeGreaterThan(1);
        _door.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_that_listens_is_told()
    {
        // A port that was free a moment ago, and that the system does not hand out again at once.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var free = (IPEndPoint)socket.LocalEndPoint!;
        socket.Dispose();
        await Fails(DnsProblems.ServerUnreachable, () => Query(Client(free)));
        await Fails(DnsProblems.ServerUnreachable, () => Update(Client(free)));
        await Fails(DnsProblems.ServerUnreachable, () => Transfer(Client(free)));
    }

    [Fact]
    public async Task A_server_name_that_does_not_resolve_is_told()
    {
        var error = await Should.ThrowAsync<ProblemException>(() => Query(Client(new DnsServerEndpoint("no..name"))));
        error.Problems.ShouldHaveSingleItem().Code.ShouldBe(DnsProblems.ServerNotFound);
    }

    [Fact]
    public async Task A_server_may_be_given_by_name()
    {
        await using var server = new ScriptedDnsServer(Answer);
        (await Query(Client(new DnsServerEndpoint("localhost", server.Endpoint.Port)))).Answers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_with_another_id_is_passed_over()
    {
        await using var server = new ScriptedDnsServer((request, _) =>
        {
            var answer = Answer(DnsMessage.Read(request));
            var forged = answer with { Id = (ushort)(answer.Id + 1), Answers = [new DnsRecord(Www, 1, new AddressData(IPAddress.Loopback))] };
            return [forged.ToWire(), [1], answer.ToWire()];
        });
        (await Query(Client(server.Endpoint))).Answers.ShouldHaveSingleItem().Data.ShouldBe(Address);
    }

    [Fact]
    public async Task An_answer_that_is_no_answer_is_malformed()
    {
        await Malformed((request, _) => [[request[0], request[1], 0x80]]);
        await Malformed((request, _) => [(Answer(DnsMessage.Read(request)) with { Questions = [new DnsQuestion(Zone, RecordType.A)] }).ToWire()]);
        await Malformed((request, _) => [request]);

        async Task Malformed(Func<byte[], bool, IEnumerable<byte[]>?> script)
        {
            await using var server = new ScriptedDnsServer(script);
            await Fails(DnsProblems.ResponseMalformed, () => Query(Client(server.Endpoint)));
        }
    }

    [Fact]
    public async Task A_connection_closed_without_answer_is_told()
    {
        await using var server = new ScriptedDnsServer((_, _) => null);
        (await Fails(DnsProblems.ResponseMalformed, () => Update(Client(server.Endpoint)))).Message.ShouldContain("closed the connection");
        await Fails(DnsProblems.ResponseMalformed, () => Transfer(Client(server.Endpoint)));
    }

    [Fact]
    public async Task A_truncated_answer_is_asked_for_by_TCP()
    {
        await using var server = new ScriptedDnsServer((request, overTcp) =>
        {
            var query = DnsMessage.Read(request);
            return [(overTcp ? Answer(query) : query.Respond(ResponseCode.NoError) with { Truncated = true }).ToWire()];
        });
        (await Query(Client(server.Endpoint))).Answers.ShouldHaveSingleItem().Data.ShouldBe(Address);
    }

    [Theory]
    [InlineData(ResponseCode.ServFail, "HUB1617")]
    [InlineData(ResponseCode.NotImp, "HUB1618")]
    [InlineData(ResponseCode.FormErr, "HUB1619")]
    [InlineData(ResponseCode.NotZone, "HUB1615")]
    [InlineData(ResponseCode.NotAuth, "HUB1614")]
    [InlineData(ResponseCode.NXRRSet, "HUB1616")]
    [InlineData((ResponseCode)11, "HUB1628")]
    public async Task Every_response_code_has_its_problem(ResponseCode code, string id)
    {
        await using var server = new ScriptedDnsServer(request => request.Respond(code));
        var error = await Should.ThrowAsync<ProblemException>(() => Update(Client(server.Endpoint)));
        error.Problems.ShouldHaveSingleItem().Code.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Success_without_or_with_a_wrong_signature_is_not_believed()
    {
        await using var unsigned = new ScriptedDnsServer(request => request.Respond(ResponseCode.NoError));
        (await Fails(DnsProblems.ResponseNotSigned, () => Update(Client(unsigned.Endpoint)))).Message.ShouldContain("not signed");

        var wrong = TsigKey.Parse("hub-key", "hmac-sha256", "d3Jvbmc=");
        await using var forged = new ScriptedDnsServer((request, _) => [Signed(request, wrong, DnsMessage.Read(request).Respond(ResponseCode.NoError))]);
        (await Fails(DnsProblems.ResponseNotSigned, () => Update(Client(forged.Endpoint)))).Cause.ShouldBe("BadSignature");
    }

    [Fact]
    public async Task A_signed_answer_from_a_server_with_another_clock_is_told()
    {
        await using var server = new ScriptedDnsServer((request, _) =>
        {
            var message = DnsMessage.Read(request);
            TsigExchange.VerifyRequest(request, message, _ => Key, TimeProvider.System.GetUtcNow(), out var exchange);
            return [exchange!.SignResponse(message.Respond(ResponseCode.NoError).ToWire(), TimeProvider.System.GetUtcNow().AddDays(-1))];
        });
        (await Fails(DnsProblems.BadTime, () => Update(Client(server.Endpoint)))).Message.ShouldContain("behind this machine's");
    }

    [Fact]
    public async Task Messages_without_signature_amid_a_transfer_are_taken_when_a_later_signature_covers_them()
    {
        await using var server = TransferServer(script => [script.Sign(Soa, Record(1)), script.Plain(Record(2)), script.Plain(Record(3)), script.Sign(Record(4), Soa)]);
        (await Transfer(Client(server.Endpoint))).Select(record => record.ToString()).ShouldBe([Soa.ToString(), .. Enumerable.Range(1, 4).Select(i => Record(i).ToString())]);
        _door.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_transfer_whose_end_is_not_signed_is_not_believed()
    {
        await using var server = TransferServer(script => [script.Sign(Soa, Record(1)), script.Plain(Record(2), Soa)]);
        await Fails(DnsProblems.ResponseNotSigned, () => Transfer(Client(server.Endpoint)));
    }

    [Fact]
    public async Task A_record_put_into_a_transfer_is_found_and_never_handed_out()
    {
        await using var server = TransferServer(script =>
        {
            // The signature covers another message than the one that is sent.
            var sent = script.Message(Record(66)).ToWire();
            script.Plain(Record(2));
            return [script.Sign(Soa, Record(1)), sent, script.Sign(Soa)];
        });
        var seen = new List<DnsRecord>();
        await Fails(DnsProblems.ResponseNotSigned, async () =>
        {
            await foreach (var record in Client(server.Endpoint).TransferAsync(Zone, Key, CancellationToken.None))
                seen.Add(record);
        });
        seen.ShouldBe([Soa, Record(1)]);
    }

    [Fact]
    public async Task A_transfer_that_ends_early_is_incomplete()
    {
        await using var server = TransferServer(script => [script.Sign(Soa, Record(1)), []]);
        await Fails(DnsProblems.TransferIncomplete, () => Transfer(Client(server.Endpoint)));
    }

    [Fact]
    public async Task A_transfer_without_the_zones_SOA_or_with_more_after_it_is_not_taken()
    {
        await using var without = TransferServer(script => [script.Sign(Record(1), Soa)]);
        await Fails(DnsProblems.TransferIncomplete, () => Transfer(Client(without.Endpoint)));
        await using var empty = TransferServer(script => [script.Sign()]);
        await Fails(DnsProblems.TransferIncomplete, () => Transfer(Client(empty.Endpoint)));
        await using var more = TransferServer(script => [script.Sign(Soa, Record(1), Soa, Record(2))]);
        await Fails(DnsProblems.TransferIncomplete, () => Transfer(Client(more.Endpoint)));
    }

    [Fact]
    public async Task Cancellation_ends_a_request_as_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new ScriptedDnsServer((_, _) =>
        {
            cancellation.Cancel();
            return [];
        });
        var client = Client(server.Endpoint);
        await Should.ThrowAsync<OperationCanceledException>(() => client.QueryAsync(Www, RecordType.A, key: null, cancellation.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => client.UpdateAsync(new DnsUpdate(Zone), Key, cancellation.Token));
    }

    [Fact]
    public async Task Updates_pass_the_door_as_writes_and_probes_as_reads()
    {
        await using var server = new ScriptedDnsServer((request, _) =>
        {
            var message = DnsMessage.Read(request);
            var code = message.Answers.Count > 0 ? ResponseCode.YXDomain : ResponseCode.NoError;
            return [Signed(request, Key, message.Respond(code))];
        });
        await Update(Client(server.Endpoint));
        (_door.Reads, _door.Writes).ShouldBe((0, 1));
        await Client(server.Endpoint).ProveGrantAsync(Zone, Key, [(Www, RecordType.A)], CancellationToken.None);
        (_door.Reads, _door.Writes).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_update_that_the_server_ignored_is_found_by_reading_back()
    {
        var soa = new DnsRecord(Zone, 1, new SoaData(Zone, Zone, 1, 2, 3, 4, 5));
        await using var server = new ScriptedDnsServer((request, _) =>
        {
            var message = DnsMessage.Read(request);
            var answer = message.Respond(ResponseCode.NoError);
            return [Signed(request, Key, message is { Operation: OperationCode.Query } && message.Questions[0].Type == RecordType.AXFR ? answer with { Answers = [soa, soa] } : answer)];
        });
        var zone = new Bind9Zone(server.Endpoint, Zone, Key, _door);
        var problem = await Fails(
            DnsProblems.UpdateIgnored,
            () => zone.ConvergeAsync([new DnsRecordSet(Www, RecordType.CNAME, 300, [new NameData(RecordType.CNAME, Zone)])], CancellationToken.None));
        problem.NextStep.ShouldBe($"look at the name: dig @127.0.0.1 -p {server.Endpoint.Port} www.example.org ANY");
    }

    private static DnsRecord Soa { get; } = new(Zone, 300, new SoaData(Zone, Zone, 1, 2, 3, 4, 5));

    private static DnsRecord Record(int number) => new(Www, 300, new AddressData(new IPAddress([192, 0, 2, (byte)number])));

    private static DnsMessage Answer(DnsMessage query)
        => query.Respond(ResponseCode.NoError) with { Answers = [new DnsRecord(query.Questions[0].Name, 300, Address)] };

    private static byte[] Signed(byte[] request, TsigKey key, DnsMessage answer)
    {
        TsigExchange.VerifyRequest(request, DnsMessage.Read(request), _ => Key, TimeProvider.System.GetUtcNow(), out var exchange);
        if (key == Key)
            return exchange!.SignResponse(answer.ToWire(), TimeProvider.System.GetUtcNow());

        TsigExchange.SignRequest(answer.ToWire(), key, TimeProvider.System.GetUtcNow(), out var forged);
        return forged;
    }

    private static ScriptedDnsServer TransferServer(Func<TransferScript, IEnumerable<byte[]>> messages) => new((request, _) =>
    {
        var message = DnsMessage.Read(request);
        TsigExchange.VerifyRequest(request, message, _ => Key, TimeProvider.System.GetUtcNow(), out var exchange);
        return messages(new TransferScript(exchange!, message.Id));
    });

    private static Task Update(DnsClient client)
        => client.UpdateAsync(new DnsUpdate(Zone).Add(Www, TimeSpan.FromMinutes(5), Address), Key, CancellationToken.None);

    private static Task<DnsMessage> Query(DnsClient client) => client.QueryAsync(Www, RecordType.A, key: null, CancellationToken.None);

    private static async Task<List<DnsRecord>> Transfer(DnsClient client)
    {
        var records = new List<DnsRecord>();
        await foreach (var record in client.TransferAsync(Zone, Key, CancellationToken.None))
            records.Add(record);
        return records;
    }

    private static async Task<Problem> Fails(ProblemCode code, Func<Task> action)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(action)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        return problem;
    }

    private DnsClient Client(DnsServerEndpoint server, TimeSpan? timeout = null)
        => new(server, _door, new DnsClientOptions { Timeout = timeout ?? TimeSpan.FromSeconds(30) });

    private sealed class TransferScript(TsigExchange exchange, ushort id)
    {
        public DnsMessage Message(params IReadOnlyList<DnsRecord> records) => new() { Id = id, IsResponse = true, Answers = records };

        public byte[] Sign(params IReadOnlyList<DnsRecord> records) => exchange.SignResponse(Message(records).ToWire(), TimeProvider.System.GetUtcNow());

        /// <summary>A message without signature, which the next signature covers.</summary>
        public byte[] Plain(params IReadOnlyList<DnsRecord> records)
        {
            var message = Message(records).ToWire();
            exchange.TryTakeUnsigned(message);
            return message;
        }
    }
}
