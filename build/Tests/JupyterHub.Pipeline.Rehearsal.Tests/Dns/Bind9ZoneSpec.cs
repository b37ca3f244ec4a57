using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>What target ConfigureBind9 promises, on BIND 9 and on the rehearsal's server.</summary>
public abstract class Bind9ZoneSpec(IDnsServerFixture server)
{
    private readonly Door _door = new(DoorName.Dns);

    private Bind9Zone Zone => new(server.Endpoint, SpecSetup.Zone, SpecSetup.Key, _door);

    private DnsClient Client => new(server.Endpoint, new Door(DoorName.Dns));

    [Spec]
    public async Task The_zone_is_found_and_transferred()
    {
        var soa = await Zone.FindAsync(CancellationToken.None);
        soa.PrimaryServer.ToString().ShouldBe("ns.example.test");
        (await Zone.TransferAsync(CancellationToken.None)).ShouldContain(record => record.Type == RecordType.SOA);
    }

    [Spec]
    public async Task A_zone_that_the_server_does_not_have_is_not_found()
    {
        (await Fails(DnsProblems.QueryRefused, () => Other("elsewhere.test").FindAsync(CancellationToken.None))).ToString().ShouldContain("elsewhere.test");
        (await Fails(DnsProblems.NotAuthoritative, () => Other("sub.example.test").FindAsync(CancellationToken.None))).Cause.ShouldBe("NXDOMAIN");
        (await Fails(DnsProblems.NotAuthoritative, () => Other("ns.example.test").FindAsync(CancellationToken.None))).Cause.ShouldBe("it has no SOA record of that name");

        Bind9Zone Other(string zone) => new(server.Endpoint, DnsName.Parse(zone), SpecSetup.Key, _door);
    }

    [Spec]
    public async Task Grants_are_proven_without_a_change()
    {
        var before = await Zone.FindAsync(CancellationToken.None);
        await Zone.ProveGrantAsync(DnsName.Parse("hub.example.test"), CancellationToken.None);
        await Zone.ProveGrantAsync(DnsName.Parse("ns.example.test"), CancellationToken.None);
        (await Client.LookupAsync(DnsName.Parse("ns.example.test"), RecordType.A, CancellationToken.None)).Count.ShouldBe(1);
        (await Zone.FindAsync(CancellationToken.None)).Serial.ShouldBe(before.Serial);
        _door.Writes.ShouldBe(0);

        var ungranted = new Bind9Zone(server.Endpoint, SpecSetup.Zone, SpecSetup.OtherKey, _door);
        (await Fails(DnsProblems.RefusedKey, () => ungranted.ProveGrantAsync(DnsName.Parse("hub.example.test"), CancellationToken.None)))
            .NextStep.ShouldBe("grant it in the zone: update-policy { grant other-key zonesub A AAAA CNAME TXT; };");
    }

    [Spec]
    public async Task Records_are_written_once_and_then_left_alone()
    {
        DnsRecordSet[] wanted =
        [
            Set("api.once", RecordType.A, 300, "192.0.2.10", "192.0.2.11"),
            Set("alias.once", RecordType.CNAME, 60, "api.once.example.test"),
            Set("text.once", RecordType.TXT, 300, "some text"),
            Set("six.once", RecordType.AAAA, 300, "2001:db8::1"),
        ];

        (await Zone.ConvergeAsync(wanted, CancellationToken.None)).Select(change => change.ToString()).ShouldBe(
        [
            "api.once.example.test A: none -> 192.0.2.10, 192.0.2.11 (300 s)",
            "alias.once.example.test CNAME: none -> api.once.example.test. (60 s)",
            "text.once.example.test TXT: none -> \"some text\" (300 s)",
            "six.once.example.test AAAA: none -> 2001:db8::1 (300 s)",
        ]);
        _door.Writes.ShouldBe(1, "one atomic update");
        var serial = (await Zone.FindAsync(CancellationToken.None)).Serial;

        (await Zone.ConvergeAsync(wanted, CancellationToken.None)).ShouldBeEmpty();
        _door.Writes.ShouldBe(1);
        (await Zone.FindAsync(CancellationToken.None)).Serial.ShouldBe(serial);
    }

    [Spec]
    public async Task Only_what_differs_is_written()
    {
        await Zone.ConvergeAsync([Set("a.differ", RecordType.A, 300, "192.0.2.1"), Set("b.differ", RecordType.A, 300, "192.0.2.1")], CancellationToken.None);

        var changes = await Zone.ConvergeAsync(
            [Set("A.differ", RecordType.A, 300, "192.0.2.1"), Set("b.differ", RecordType.A, 300, "192.0.2.2", "192.0.2.3")], CancellationToken.None);

        changes.ShouldHaveSingleItem().ToString().ShouldBe("b.differ.example.test A: 192.0.2.1 (300 s) -> 192.0.2.2, 192.0.2.3 (300 s)");
        (await Zone.ConvergeAsync([Set("b.differ", RecordType.A, 60, "192.0.2.3", "192.0.2.2")], CancellationToken.None)).ShouldHaveSingleItem()
            .After.Ttl.ShouldBe(60u);
    }

    [Spec]
    public async Task Records_of_others_are_left_alone()
    {
        var name = DnsName.Parse("mixed.example.test");
        await Write(update => update.Add(name, TimeSpan.FromMinutes(5), TextData.Of("someone's")));
        await Zone.ConvergeAsync([Set("mixed", RecordType.A, 300, "192.0.2.1")], CancellationToken.None);
        (await Client.LookupAsync(name, RecordType.TXT, CancellationToken.None)).ShouldBe([TextData.Of("someone's")]);
        (await Zone.ConvergeAsync([], CancellationToken.None)).ShouldBeEmpty();
        (await Client.LookupAsync(name, RecordType.A, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Spec]
    public async Task All_conflicts_are_told_together_and_nothing_is_written()
    {
        await Write(update => update
            .Add(DnsName.Parse("alias.conflict.example.test"), TimeSpan.FromMinutes(5), new NameData(RecordType.CNAME, DnsName.Parse("elsewhere.test")))
            .Add(DnsName.Parse("address.conflict.example.test"), TimeSpan.FromMinutes(5), TextData.Of("here")));

        var error = await Should.ThrowAsync<ProblemException>(() => Zone.ConvergeAsync(
            [
                Set("alias.conflict", RecordType.A, 300, "192.0.2.1"),
                Set("address.conflict", RecordType.CNAME, 300, "elsewhere.test"),
                new DnsRecordSet(DnsName.Parse("outside.test"), RecordType.A, 300, [RecordData.Parse(RecordType.A, "192.0.2.1", DnsName.Root)]),
                Set("fine.conflict", RecordType.A, 300, "192.0.2.1"),
            ],
            CancellationToken.None));

        error.Problems.Select(problem => problem.Code.Id).ShouldBe(["HUB1624", "HUB1624", "HUB1627"]);
        error.Problems[0].Cause.ShouldNotBeNull().ShouldContain("CNAME");
        error.Problems[1].Cause.ShouldNotBeNull().ShouldContain("TXT");
        _door.Writes.ShouldBe(0);
        (await Client.LookupAsync(DnsName.Parse("fine.conflict.example.test"), RecordType.A, CancellationToken.None)).ShouldBeEmpty();
    }

    [Spec]
    public async Task A_record_of_ExternalDNS_is_not_taken_over()
    {
        var mark = TextData.Of("heritage=external-dns,external-dns/owner=berlin,external-dns/resource=ingress/jupyterhub/jupyterhub");
        await Write(update => update
            .Add(DnsName.Parse("owned.example.test"), TimeSpan.FromMinutes(5), RecordData.Parse(RecordType.A, "192.0.2.80", DnsName.Root))
            .Add(DnsName.Parse("extdns-a-owned.example.test"), TimeSpan.FromMinutes(5), mark)
            .Add(DnsName.Parse("extdns-aaaa-free.example.test"), TimeSpan.FromMinutes(5), mark));

        var problem = await Fails(
            DnsProblems.RecordConflict, () => Zone.ConvergeAsync([Set("owned", RecordType.A, 300, "192.0.2.1")], CancellationToken.None));
        problem.Message.ShouldContain("belongs to ExternalDNS");
        (await Zone.ConvergeAsync([Set("owned", RecordType.A, 300, "192.0.2.80")], CancellationToken.None)).ShouldBeEmpty("nothing has to change");
        (await Zone.ConvergeAsync([Set("free", RecordType.A, 300, "192.0.2.1")], CancellationToken.None)).Count.ShouldBe(1);
    }

    [Spec]
    public async Task A_watch_ends_when_the_name_has_the_address()
    {
        var name = DnsName.Parse("watched.example.test");
        var expected = System.Net.IPAddress.Parse("192.0.2.80");
        var reported = new TaskCompletionSource<string>();
        using var receiving = TargetProgress.Receive(status => reported.TrySetResult(status));
        var watching = new RecordWatch(Client, TimeProvider.System).UntilAsync(name, [expected], TimeSpan.FromMinutes(5), CancellationToken.None);

        (await reported.Task).ShouldEndWith(": it has no address");
        await Write(update => update.Add(name, TimeSpan.FromMinutes(1), new AddressData(System.Net.IPAddress.Parse("192.0.2.1"))));
        await Write(update => update.DeleteSet(name, RecordType.A).Add(name, TimeSpan.FromMinutes(1), new AddressData(expected)));

        (await watching).ShouldBe([expected]);
    }

    [Spec]
    public async Task A_watch_says_at_its_deadline_what_it_saw_last()
    {
        var watch = new RecordWatch(Client, TimeProvider.System);
        var problem = await Fails(
            DnsProblems.NotResolved,
            () => watch.UntilAsync(DnsName.Parse("ns.example.test"), [System.Net.IPAddress.Parse("192.0.2.80")], TimeSpan.Zero, CancellationToken.None));
        problem.Cause.ShouldBe("it has 127.0.0.1");
    }

    private static DnsRecordSet Set(string label, RecordType type, uint ttl, params string[] values)
        => new(DnsName.Parse(label, SpecSetup.Zone), type, ttl, [.. values.Select(value => RecordData.Parse(type, value, SpecSetup.Zone))]);

    private static async Task<Problem> Fails(ProblemCode code, Func<Task> action)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(action)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        return problem;
    }

    private Task Write(Func<DnsUpdate, DnsUpdate> update) => Client.UpdateAsync(update(new DnsUpdate(SpecSetup.Zone)), SpecSetup.Key, CancellationToken.None);
}
