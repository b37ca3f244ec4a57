using System.Net;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public abstract partial class DnsServerSpec
{
    [Spec]
    public async Task The_zone_is_served_with_authority()
    {
        var response = await Query("@", RecordType.SOA);
        response.Authoritative.ShouldBeTrue();
        response.Answers.ShouldHaveSingleItem().Name.ShouldBe(Zone);
        (await Values("@", RecordType.NS)).ShouldBe(["ns.example.test."]);
        (await Values("ns", RecordType.A)).ShouldBe(["127.0.0.1"]);
    }

    [Spec]
    public async Task A_name_that_does_not_exist_is_told_with_the_zones_SOA()
    {
        var response = await Query("nowhere", RecordType.A);
        response.Code.ShouldBe(ResponseCode.NXDomain);
        response.Answers.ShouldBeEmpty();
        response.Authorities.ShouldHaveSingleItem().Type.ShouldBe(RecordType.SOA);
    }

    [Spec]
    public async Task A_name_without_records_of_the_type_exists_nonetheless()
    {
        await Send(Update().Add(Name("a.nodata"), Ttl, Address("192.0.2.1")));
        foreach (var label in (string[])["a.nodata", "nodata"])
        {
            var response = await Query(label, RecordType.TXT);
            response.Code.ShouldBe(ResponseCode.NoError, label);
            response.Answers.ShouldBeEmpty();
            response.Authorities.ShouldHaveSingleItem().Type.ShouldBe(RecordType.SOA);
        }
    }

    [Spec]
    public async Task Names_are_found_whatever_their_case()
    {
        await Send(Update().Add(Name("MixedCase"), Ttl, Address("192.0.2.1")));
        await Send(Update().Add(Name("mixedcase"), Ttl, Address("192.0.2.2")));
        (await Values("MIXEDCASE", RecordType.A)).ShouldBe(["192.0.2.1", "192.0.2.2"]);
    }

    [Spec]
    public async Task Aliases_are_followed()
    {
        await Send(Update().Add(Name("first"), Ttl, Alias("second")).Add(Name("second"), Ttl, Alias("third")).Add(Name("third"), Ttl, Address("192.0.2.7")));
        (await Query("first", RecordType.A)).Answers.Select(record => record.Type).ShouldBe([RecordType.CNAME, RecordType.CNAME, RecordType.A]);
        (await Client.ResolveAsync(Name("first"), CancellationToken.None)).ShouldBe([IPAddress.Parse("192.0.2.7")]);
        (await Query("first", RecordType.CNAME)).Answers.ShouldHaveSingleItem();
    }

    [Spec]
    public async Task Aliases_in_a_circle_come_to_an_end()
    {
        await Send(Update().Add(Name("circle"), Ttl, Alias("round")).Add(Name("round"), Ttl, Alias("circle")));
        await Fails(DnsProblems.ServerFailure, () => Client.ResolveAsync(Name("circle"), CancellationToken.None));
    }

    [Spec]
    public async Task A_wildcard_answers_for_names_that_do_not_exist()
    {
        await Send(Update().Add(Name("*.wild"), Ttl, Address("192.0.2.1")).Add(Name("real.wild"), Ttl, TextData.Of("here")));
        (await Values("any.wild", RecordType.A)).ShouldBe(["192.0.2.1"]);
        (await Values("any.any.wild", RecordType.A)).ShouldBe(["192.0.2.1"]);
        (await Values("real.wild", RecordType.A)).ShouldBeEmpty();
    }

    [Spec]
    public async Task An_answer_too_long_for_UDP_comes_by_TCP()
    {
        await Send(Enumerable.Range(1, 95).Aggregate(Update(), (update, i) => update.Add(Name("many"), Ttl, Address($"10.0.0.{i}"))));
        (await Values("many", RecordType.A)).Count.ShouldBe(95);

        var query = new DnsMessage { Id = 1, Questions = [new DnsQuestion(Name("many"), RecordType.A)] };
        (await RawExchange.ByUdpAsync(Endpoint, query.ToWire())).Truncated.ShouldBeTrue();
        var large = query with { Edns = new Edns(8192) };
        (await RawExchange.ByUdpAsync(Endpoint, large.ToWire())).Truncated.ShouldBeTrue("servers have a limit of their own");
    }

    [Spec]
    public async Task A_signed_query_has_a_signed_answer()
    {
        var response = await Client.QueryAsync(Zone, RecordType.SOA, Key, CancellationToken.None);
        response.Tsig.ShouldNotBeNull().KeyName.ShouldBe(Key.Name);
    }

    [Spec]
    public async Task A_query_for_a_zone_that_is_not_served_is_refused()
        => await Fails(
            DnsProblems.QueryRefused, () => Client.QueryAsync(DnsName.Parse("elsewhere.test"), RecordType.A, key: null, CancellationToken.None));

    [Spec]
    public async Task EDNS_is_answered_to_those_who_use_it_only()
    {
        var query = new DnsMessage { Id = 1, Questions = [new DnsQuestion(Zone, RecordType.SOA)] };
        (await RawExchange.ByUdpAsync(Endpoint, query.ToWire())).Edns.ShouldBeNull();
        (await RawExchange.ByUdpAsync(Endpoint, (query with { Edns = new Edns() }).ToWire())).Edns.ShouldNotBeNull().Version.ShouldBe((byte)0);
        (await RawExchange.ByUdpAsync(Endpoint, (query with { Edns = new Edns { Version = 1 } }).ToWire())).Code.ShouldBe(ResponseCode.BadVers);
    }

    [Spec]
    public async Task Several_queries_go_over_one_connection()
    {
        var query = new DnsMessage { Id = 1, Questions = [new DnsQuestion(Zone, RecordType.SOA)] };
        var answers = await RawExchange.ByTcpAsync(Endpoint, query.ToWire(), (query with { Id = 2 }).ToWire(), (query with { Id = 3 }).ToWire());
        answers.Select(answer => (int)answer.Id).Order().ShouldBe([1, 2, 3]);
        answers.ShouldAllBe(answer => answer.Answers.Count == 1);
    }

    [Spec]
    public async Task A_malformed_message_is_answered_so_and_does_no_harm()
    {
        byte[] octets = [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, (byte)'a'];
        var answer = await RawExchange.ByUdpAsync(Endpoint, octets);
        (answer.Id, answer.Code).ShouldBe(((ushort)7, ResponseCode.FormErr));
        (await Query("@", RecordType.SOA)).Code.ShouldBe(ResponseCode.NoError);
    }

    [Spec]
    public async Task An_operation_that_no_one_knows_is_not_implemented()
    {
        var odd = new DnsMessage { Id = 5, Operation = (OperationCode)7, Questions = [new DnsQuestion(Zone, RecordType.SOA)] };
        (await RawExchange.ByUdpAsync(Endpoint, odd.ToWire())).Code.ShouldBe(ResponseCode.NotImp);
    }
}
