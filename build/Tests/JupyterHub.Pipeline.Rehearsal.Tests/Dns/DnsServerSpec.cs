using System.Net;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>
/// What the pipeline relies on in a DNS server, as seen through its own client. The same promises hold for BIND 9 and for the rehearsal's server.
/// Each test has names of its own below the zone.
/// </summary>
public abstract partial class DnsServerSpec(IDnsServerFixture server)
{
    private static readonly DnsName Zone = SpecSetup.Zone;
    private static readonly TsigKey Key = SpecSetup.Key;
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(5);

    protected DnsServerEndpoint Endpoint => server.Endpoint;

    protected DnsClient Client { get; } = ClientOf(server);

    private static DnsClient ClientOf(IDnsServerFixture server, TimeProvider? time = null)
        => new(server.Endpoint, new Door(DoorName.Dns), new DnsClientOptions { Timeout = RawExchange.Deadline, Time = time ?? TimeProvider.System });

    private static DnsName Name(string label) => DnsName.Parse(label, Zone);

    private static RecordData Address(string text) => new AddressData(IPAddress.Parse(text));

    private static RecordData Alias(string text) => new NameData(RecordType.CNAME, Name(text));

    private static DnsUpdate Update() => new(Zone);

    private Task Send(DnsUpdate update) => Client.UpdateAsync(update, Key, CancellationToken.None);

    private async Task<IReadOnlyList<string>> Values(string label, RecordType type)
        => [.. (await Client.LookupAsync(Name(label), type, CancellationToken.None)).Select(data => data.ToString()).Order(StringComparer.Ordinal)];

    private async Task<uint> Serial()
        => (await Client.LookupAsync(Zone, RecordType.SOA, CancellationToken.None)).Cast<SoaData>().Single().Serial;

    private Task<DnsMessage> Query(string label, RecordType type) => Client.QueryAsync(Name(label), type, key: null, CancellationToken.None);

    private static async Task<Problem> Fails(ProblemCode code, Func<Task> action)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(action)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        problem.Location.ShouldNotBeNull().ShouldContain("DNS server 127.0.0.1:");
        return problem;
    }

    private static async Task<List<DnsRecord>> All(IAsyncEnumerable<DnsRecord> records)
    {
        var all = new List<DnsRecord>();
        await foreach (var record in records)
            all.Add(record);
        return all;
    }
}
