using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public abstract partial class DnsServerSpec
{
    [Spec]
    public async Task The_key_transfers_the_whole_zone()
    {
        await Send(Update().Add(Name("transfer"), Ttl, Address("192.0.2.1")).Add(Name("transfer"), Ttl, TextData.Of("text")));

        var records = await All(Client.TransferAsync(Zone, Key, CancellationToken.None));

        records[0].Type.ShouldBe(RecordType.SOA);
        records.Count(record => record.Type == RecordType.SOA).ShouldBe(1);
        records.Where(record => record.Name.Equals(Name("transfer"))).Select(record => record.Type).Order().ShouldBe([RecordType.A, RecordType.TXT]);
        records.ShouldContain(record => record.Type == RecordType.NS && record.Name.Equals(Zone));
    }

    [Spec]
    public async Task A_large_zone_is_transferred_in_several_messages_each_covered_by_a_signature()
    {
        // 600 records of some 250 octets: more than the 65535 octets of two messages.
        var text = new string('x', 240);
        for (var i = 0; i < 600; i += 100)
        {
            await Send(Enumerable.Range(i, 100).Aggregate(
                Update(), (update, number) => update.Add(Name($"n{number}.large"), Ttl, TextData.Of(text))));
        }

        var records = await All(Client.TransferAsync(Zone, Key, CancellationToken.None));

        records.Count(record => record.Name.IsAtOrBelow(Name("large"))).ShouldBe(600);
        records.Distinct().Count().ShouldBe(records.Count);
    }

    [Spec]
    public async Task Without_the_key_the_zone_is_not_transferred()
    {
        var unsigned = await Fails(DnsProblems.TransferRefused, () => All(Client.TransferAsync(Zone, key: null, CancellationToken.None)));
        unsigned.ToString().ShouldContain("allow-transfer");
        var other = await Fails(DnsProblems.TransferRefused, () => All(Client.TransferAsync(Zone, SpecSetup.OtherKey, CancellationToken.None)));
        other.NextStep.ShouldNotBeNull().ShouldContain("allow-transfer { key \"other-key\"; };");
    }

    [Spec]
    public async Task A_transfer_with_a_wrong_secret_is_a_bad_signature()
    {
        var wrong = TsigKey.Parse("hub-key", "hmac-sha256", "d3Jvbmc=");
        await Fails(DnsProblems.BadSignature, () => All(Client.TransferAsync(Zone, wrong, CancellationToken.None)));
    }

    [Spec]
    public async Task A_zone_that_is_not_served_is_not_transferred()
        => await Fails(
            DnsProblems.NotAuthoritative, () => All(Client.TransferAsync(DnsName.Parse("elsewhere.test"), Key, CancellationToken.None)));

    [Spec]
    public async Task A_transfer_by_UDP_is_not_possible()
    {
        var query = new DnsMessage { Id = 1, Questions = [new DnsQuestion(Zone, RecordType.AXFR)] };
        (await RawExchange.ByUdpAsync(Endpoint, query.ToWire())).Code.ShouldBeOneOf(ResponseCode.FormErr, ResponseCode.Refused);
    }

    [Spec]
    public async Task A_transfer_can_be_left_in_the_middle()
    {
        await foreach (var record in Client.TransferAsync(Zone, Key, CancellationToken.None))
        {
            record.Type.ShouldBe(RecordType.SOA);
            break;
        }

        (await Query("@", RecordType.SOA)).Code.ShouldBe(ResponseCode.NoError);
    }
}
