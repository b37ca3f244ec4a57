using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public abstract partial class DnsServerSpec
{
    [Spec]
    public async Task A_signed_update_adds_a_record_and_raises_the_serial()
    {
        var before = await Serial();
        await Send(Update().Add(Name("add"), Ttl, Address("192.0.2.1")));

        (await Values("add", RecordType.A)).ShouldBe(["192.0.2.1"]);
        (await Serial()).ShouldBeGreaterThan(before);
    }

    [Spec]
    public async Task The_same_update_again_changes_nothing()
    {
        await Send(Update().Add(Name("again"), Ttl, Address("192.0.2.1")));
        var serial = await Serial();
        await Send(Update().Add(Name("again"), Ttl, Address("192.0.2.1")));
        await Send(Update().DeleteSet(Name("again-nothing"), RecordType.A).Delete(Name("again"), Address("192.0.2.9")));
        (await Serial()).ShouldBe(serial);
    }

    [Spec]
    public async Task A_deletion_and_the_same_addition_in_one_update_change_nothing()
    {
        await Send(Update().Add(Name("replace"), Ttl, Address("192.0.2.1")));
        var serial = await Serial();
        await Send(Update().DeleteSet(Name("replace"), RecordType.A).Add(Name("replace"), Ttl, Address("192.0.2.1")));
        (await Values("replace", RecordType.A)).ShouldBe(["192.0.2.1"]);
        (await Serial()).ShouldBe(serial);
    }

    [Spec]
    public async Task Adding_to_a_set_changes_the_TTL_of_the_whole_set()
    {
        await Send(Update().Add(Name("ttl"), Ttl, Address("192.0.2.1")));
        await Send(Update().Add(Name("ttl"), TimeSpan.FromSeconds(60), Address("192.0.2.2")));
        (await Query("ttl", RecordType.A)).Answers.Select(record => record.Ttl).ShouldBe([60u, 60u]);
    }

    [Spec]
    public async Task Records_sets_and_names_are_deleted()
    {
        var name = Name("delete");
        await Send(Update().Add(name, Ttl, Address("192.0.2.1")).Add(name, Ttl, Address("192.0.2.2")).Add(name, Ttl, TextData.Of("a"))
            .Add(name, Ttl, Address("2001:db8::1")));

        await Send(Update().Delete(name, Address("192.0.2.1")));
        (await Values("delete", RecordType.A)).ShouldBe(["192.0.2.2"]);
        await Send(Update().DeleteSet(name, RecordType.A));
        (await Values("delete", RecordType.A)).ShouldBeEmpty();
        (await Values("delete", RecordType.TXT)).ShouldBe(["\"a\""]);
        await Send(Update().DeleteName(name));
        (await Query("delete", RecordType.TXT)).Code.ShouldBe(ResponseCode.NXDomain);
    }

    [Spec]
    public async Task Every_granted_type_can_be_written_and_read()
    {
        var name = Name("types");
        var values = new Dictionary<RecordType, string>
        {
            [RecordType.A] = "192.0.2.1",
            [RecordType.AAAA] = "2001:db8::1",
            [RecordType.TXT] = "\"one\" \"two\"",
            [RecordType.SRV] = "1 2 3 target.example.test.",
            [RecordType.MX] = "10 mail.example.test.",
            [RecordType.CAA] = "0 issue \"ca.example.net\"",
            [RecordType.PTR] = "host.example.test.",
        };
        await Send(values.Aggregate(Update().Add(Name("mail"), Ttl, Address("192.0.2.25")), (update, value) => update.Add(name, Ttl, RecordData.Parse(value.Key, value.Value, Zone))));
        foreach (var (type, value) in values)
            (await Values("types", type)).ShouldBe([value]);
    }

    [Spec]
    public async Task An_unsigned_update_is_refused()
    {
        var problem = await Fails(
            DnsProblems.RefusedUnsigned,
            () => Client.UpdateAsync(Update().Add(Name("unsigned"), Ttl, Address("192.0.2.1")), key: null, CancellationToken.None));
        problem.ToString().ShouldContain("configure the TSIG key");
        (await Values("unsigned", RecordType.A)).ShouldBeEmpty();
    }

    [Spec]
    public async Task A_wrong_secret_is_a_bad_signature()
    {
        var wrong = TsigKey.Parse("hub-key", "hmac-sha256", "d3Jvbmc=");
        var problem = await Fails(DnsProblems.BadSignature, () => Client.UpdateAsync(Update().DeleteName(Name("x")), wrong, CancellationToken.None));
        problem.Message.ShouldContain("BADSIG");
        problem.ToString().ShouldNotContain("d3Jvbmc=");
    }

    [Spec]
    public async Task An_unknown_key_or_another_algorithm_is_a_bad_key()
    {
        var unknown = TsigKey.Parse("no-such-key", "hmac-sha256", SpecSetup.Secret);
        await Fails(DnsProblems.BadKey, () => Client.UpdateAsync(Update().DeleteName(Name("x")), unknown, CancellationToken.None));
        var algorithm = TsigKey.Parse("hub-key", "hmac-sha512", SpecSetup.Secret);
        await Fails(DnsProblems.BadKey, () => Client.UpdateAsync(Update().DeleteName(Name("x")), algorithm, CancellationToken.None));
    }

    [Spec]
    public async Task Clocks_that_differ_are_told_with_the_difference()
    {
        var early = ClientOf(server, new ShiftedTime(-TimeSpan.FromHours(1)));
        var problem = await Fails(
            DnsProblems.BadTime, () => early.UpdateAsync(Update().Add(Name("skew"), Ttl, Address("192.0.2.1")), Key, CancellationToken.None));
        // The clock goes on while the answer is under way.
        problem.Message.ShouldMatch("the server's is 36[0-9]{2} s ahead of this machine's");
        problem.ToString().ShouldContain("NTP");
        (await Values("skew", RecordType.A)).ShouldBeEmpty();

        var late = ClientOf(server, new ShiftedTime(TimeSpan.FromHours(1)));
        (await Fails(DnsProblems.BadTime, () => late.UpdateAsync(Update().DeleteName(Name("skew")), Key, CancellationToken.None)))
            .Message.ShouldContain("behind this machine's");
    }

    [Spec]
    public async Task Every_algorithm_signs_and_verifies()
    {
        foreach (var key in SpecSetup.AlgorithmKeys)
        {
            var label = key.Name.ToString();
            await Client.UpdateAsync(Update().Add(Name(label), Ttl, Address("192.0.2.1")), key, CancellationToken.None);
            (await Values(label, RecordType.A)).ShouldBe(["192.0.2.1"]);
        }
    }

    [Spec]
    public async Task A_key_without_grant_is_refused()
    {
        var problem = await Fails(
            DnsProblems.RefusedKey,
            () => Client.UpdateAsync(Update().Add(Name("ungranted"), Ttl, Address("192.0.2.1")), SpecSetup.OtherKey, CancellationToken.None));
        problem.NextStep.ShouldNotBeNull().ShouldContain("grant other-key zonesub A;");
    }

    [Spec]
    public async Task A_type_that_is_not_granted_drops_the_whole_update()
    {
        var update = Update().Add(Name("partial"), Ttl, Address("192.0.2.1")).Add(Name("partial"), Ttl, RecordData.Parse(RecordType.NS, "ns", Zone));
        await Fails(DnsProblems.RefusedKey, () => Send(update));
        (await Values("partial", RecordType.A)).ShouldBeEmpty();
    }

    [Spec]
    public async Task A_mail_exchange_in_the_zone_needs_an_address()
    {
        var problem = await Fails(
            DnsProblems.RefusedKey, () => Send(Update().Add(Name("exchange"), Ttl, RecordData.Parse(RecordType.MX, "10 no-such-host", Zone))));
        problem.Code.Meaning.ShouldContain("MX");
    }

    [Spec]
    public async Task More_than_100_records_of_a_name_and_type_are_too_many()
    {
        var update = Enumerable.Range(1, 101).Aggregate(Update(), (update, i) => update.Add(Name("too-many"), Ttl, Address($"10.0.0.{i}")));
        var problem = await Fails(DnsProblems.ServerFailure, () => Send(update));
        problem.Code.Meaning.ShouldContain("100");
        (await Values("too-many", RecordType.A)).ShouldBeEmpty();
    }

    [Spec]
    public async Task The_zones_own_records_are_not_granted()
    {
        await Fails(DnsProblems.RefusedKey, () => Send(Update().DeleteName(Zone)));
        await Fails(DnsProblems.RefusedKey, () => Send(Update().DeleteSet(Zone, RecordType.NS)));
        // What is not granted is refused before prerequisites are looked at: no one without a grant learns from them.
        await Fails(
            DnsProblems.RefusedUnsigned,
            () => Client.UpdateAsync(Update().RequireNoName(Zone).DeleteSet(Name("x"), RecordType.A), key: null, CancellationToken.None));
    }

    [Spec]
    public async Task A_zone_that_is_not_served_cannot_be_updated()
    {
        var zone = DnsName.Parse("elsewhere.test");
        await Fails(
            DnsProblems.NotAuthoritative,
            () => Client.UpdateAsync(new DnsUpdate(zone).Add(zone, Ttl, Address("192.0.2.1")), Key, CancellationToken.None));
        // A name below a zone is not a zone.
        await Fails(
            DnsProblems.NotAuthoritative,
            () => Client.UpdateAsync(new DnsUpdate(Name("sub")).Add(Name("a.sub"), Ttl, Address("192.0.2.1")), Key, CancellationToken.None));
    }

    [Spec]
    public async Task A_name_outside_the_zone_drops_the_whole_update()
    {
        var update = Update().Add(Name("inside"), Ttl, Address("192.0.2.1")).Add(DnsName.Parse("outside.test"), Ttl, Address("192.0.2.1"));
        await Fails(DnsProblems.NotZone, () => Send(update));
        (await Values("inside", RecordType.A)).ShouldBeEmpty();
    }

    [Spec]
    public async Task An_update_is_made_only_when_all_prerequisites_hold()
    {
        var (there, absent) = (Name("there"), Name("absent"));
        await Send(Update().Add(there, Ttl, Address("192.0.2.1")).Add(there, Ttl, Address("192.0.2.2")));
        var change = Update().Add(Name("prerequisite"), Ttl, Address("192.0.2.1"));
        var failing = new (DnsUpdate Update, string Code)[]
        {
            (change.RequireNoName(there), "YXDOMAIN"),
            (change.RequireNoSet(there, RecordType.A), "YXRRSET"),
            (change.RequireName(absent), "NXDOMAIN"),
            (change.RequireSet(there, RecordType.TXT), "NXRRSET"),
            (change.RequireExactly(there, [Address("192.0.2.1")]), "NXRRSET"),
            (change.RequireExactly(there, [Address("192.0.2.1"), Address("192.0.2.3")]), "NXRRSET"),
            (change.RequireName(there).RequireNoName(there), "YXDOMAIN"),
        };
        foreach (var (update, code) in failing)
            (await Fails(DnsProblems.PrerequisiteFailed, () => Send(update))).Cause.ShouldNotBeNull().ShouldStartWith(code);
        (await Values("prerequisite", RecordType.A)).ShouldBeEmpty();

        await Send(change.RequireName(there).RequireNoName(absent).RequireSet(there, RecordType.A).RequireNoSet(there, RecordType.TXT)
            .RequireExactly(there, [Address("192.0.2.2"), Address("192.0.2.1")]));
        (await Values("prerequisite", RecordType.A)).ShouldBe(["192.0.2.1"]);
    }

    [Spec]
    public async Task A_CNAME_beside_other_records_is_ignored_without_a_word()
    {
        await Send(Update().Add(Name("beside"), Ttl, Address("192.0.2.1")));
        await Send(Update().Add(Name("beside"), Ttl, Alias("target")));
        (await Values("beside", RecordType.CNAME)).ShouldBeEmpty();
        (await Values("beside", RecordType.A)).ShouldBe(["192.0.2.1"]);
    }

    [Spec]
    public async Task Other_records_beside_a_CNAME_are_ignored_without_a_word()
    {
        await Send(Update().Add(Name("alias"), Ttl, Alias("target")));
        await Send(Update().Add(Name("alias"), Ttl, Address("192.0.2.1")));
        (await Values("alias", RecordType.A)).ShouldBeEmpty();
        (await Values("alias", RecordType.CNAME)).ShouldBe(["target.example.test."]);
    }

    [Spec]
    public async Task A_second_CNAME_replaces_the_first()
    {
        await Send(Update().Add(Name("moved"), Ttl, Alias("old")));
        await Send(Update().Add(Name("moved"), Ttl, Alias("new")));
        (await Values("moved", RecordType.CNAME)).ShouldBe(["new.example.test."]);
    }

    [Spec]
    public async Task Changes_are_made_in_their_order()
    {
        await Send(Update().Add(Name("order"), Ttl, Address("192.0.2.1")));
        await Send(Update().Add(Name("order"), Ttl, Alias("target")).DeleteSet(Name("order"), RecordType.A));
        (await Query("order", RecordType.A)).Code.ShouldBe(ResponseCode.NXDomain, "the CNAME was ignored, then the address deleted");
        await Send(Update().Add(Name("order2"), Ttl, Address("192.0.2.1")));
        await Send(Update().DeleteSet(Name("order2"), RecordType.A).Add(Name("order2"), Ttl, Alias("target")));
        (await Values("order2", RecordType.CNAME)).ShouldBe(["target.example.test."]);
    }

    [Spec]
    public async Task A_journal_that_cannot_be_written_is_a_server_failure()
    {
        var update = new DnsUpdate(SpecSetup.BrokenZone).Add(DnsName.Parse("a", SpecSetup.BrokenZone), Ttl, Address("192.0.2.1"));
        var problem = await Fails(DnsProblems.ServerFailure, () => Client.UpdateAsync(update, Key, CancellationToken.None));
        problem.Code.NextStep.ShouldContain("/var/lib/bind");
        (await Client.LookupAsync(DnsName.Parse("a", SpecSetup.BrokenZone), RecordType.A, CancellationToken.None)).ShouldBeEmpty();
    }
}
