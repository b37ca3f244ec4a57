using System.Net;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Rehearsal.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public sealed class RequestHandlerTests : IDisposable
{
    private static readonly DnsName Www = DnsName.Parse("www", SpecSetup.Zone);

    private readonly string _directory = Directory.CreateTempSubdirectory("dns-handler-").FullName;
    private readonly ServedZone _zone;
    private readonly RequestHandler _handler;

    public RequestHandlerTests()
    {
        _zone = new ServedZone(
            new RehearsalZone(SpecSetup.Zone) { Grants = [new UpdateGrant(SpecSetup.Key.Name)], TransferKeys = [SpecSetup.Key.Name] }, _directory);
        _handler = new RequestHandler([_zone], [SpecSetup.Key], TimeProvider.System);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Damaged_requests_are_answered_and_do_no_harm(bool signed)
    {
        var name = new DnsQuestion(Www, RecordType.A);
        byte[][] samples =
        [
            new DnsUpdate(SpecSetup.Zone).RequireNoName(Www).RequireSet(SpecSetup.Zone, RecordType.SOA).DeleteName(Www)
                .Add(Www, TimeSpan.FromMinutes(5), new AddressData(IPAddress.Loopback)).Delete(Www, TextData.Of("x")).ToMessage().ToWire(),
            new DnsMessage { Questions = [name], Edns = new Edns() }.ToWire(),
            new DnsMessage { Questions = [new DnsQuestion(SpecSetup.Zone, RecordType.AXFR)] }.ToWire(),
        ];
        var random = new Random(7);
        var codes = new HashSet<ResponseCode>();
        for (var i = 0; i < 3000; i++)
        {
            var damaged = samples[i % samples.Length].ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (signed)
                TsigExchange.SignRequest(damaged, SpecSetup.Key, TimeProvider.System.GetUtcNow(), out damaged);

            foreach (var answer in _handler.Handle(damaged, overTcp: i % 2 == 0))
                codes.Add(DnsMessage.Read(answer).Code);
        }

        codes.ShouldContain(ResponseCode.NoError);
        codes.ShouldContain(ResponseCode.FormErr);
        codes.ShouldContain(ResponseCode.NotImp);
        if (!signed)
            _zone.Content.Soa.Serial.ShouldBe(1u, "nothing was signed, so nothing changed");
        _zone.Content.Find(SpecSetup.Zone, RecordType.NS).ShouldNotBeNull("whatever is deleted, the zone keeps its name server");
    }

    [Fact]
    public void Responses_and_fragments_of_a_header_are_not_answered()
    {
        _handler.Handle(new DnsMessage { IsResponse = true, Questions = [new DnsQuestion(Www, RecordType.A)] }.ToWire(), overTcp: false).ShouldBeEmpty();
        _handler.Handle([1, 2, 3], overTcp: false).ShouldBeEmpty();
        _handler.Handle([], overTcp: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_signed_answer_fits_into_the_senders_UDP_size_with_its_signature()
    {
        var values = Enumerable.Range(0, 29).Aggregate(
            new DnsUpdate(SpecSetup.Zone), (update, i) => update.Add(Www, TimeSpan.FromMinutes(5), new AddressData(new IPAddress([10, 0, 0, (byte)i]))));
        _zone.Update(values.ToMessage(), SpecSetup.Key.Name).ShouldBe(ResponseCode.NoError);
        var query = new DnsMessage { Questions = [new DnsQuestion(Www, RecordType.A)] }.ToWire();

        // 29 addresses fit into 512 octets, and do not with a signature beside them.
        _handler.Handle(query, overTcp: false).Single().Length.ShouldBeLessThanOrEqualTo(512);
        DnsMessage.Read(_handler.Handle(query, overTcp: false).Single()).Truncated.ShouldBeFalse();
        TsigExchange.SignRequest(query, SpecSetup.Key, TimeProvider.System.GetUtcNow(), out var signed);
        var answer = _handler.Handle(signed, overTcp: false).Single();
        answer.Length.ShouldBeLessThanOrEqualTo(512);
        DnsMessage.Read(answer).Truncated.ShouldBeTrue();
        DnsMessage.Read(answer).Tsig.ShouldNotBeNull();
    }
}
