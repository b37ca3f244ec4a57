using System.Net;
using System.Security.Cryptography;

using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// Asks and updates one DNS server. It does not recurse and does not cache: an answer is what that server says now. Every failure is a
/// <see cref="ProblemException"/> with a code of <see cref="DnsProblems"/>.
/// </summary>
public sealed partial class DnsClient(DnsServerEndpoint server, Door door, DnsClientOptions? options = null)
{
    /// <summary>Longest chain of aliases that is followed.</summary>
    private const int AliasLimit = 8;

    private readonly DnsClientOptions _options = options ?? new DnsClientOptions();

    public DnsServerEndpoint Server { get; } = server;

    /// <summary>Asks for records, by UDP, and by TCP when the answer is too long for that.</summary>
    /// <param name="key">Signs the query; the answer's signature is then required and verified.</param>
    /// <returns>The response: its code is NOERROR or NXDOMAIN, its answers may be none.</returns>
    /// <exception cref="ProblemException">Any other response code, or no response.</exception>
    public Task<DnsMessage> QueryAsync(DnsName name, RecordType type, TsigKey? key, CancellationToken cancellation)
    {
        var message = new DnsMessage { Questions = [new DnsQuestion(name, type)], Edns = new Edns() };
        var request = new DnsRequest(RequestKind.Query, $"query {type.ToText()} {name}", name, WithId(message), Server, key);
        return PassAsync(
            request,
            async token =>
            {
                var response = await ExchangeByUdpAsync(request, token);
                return response.Truncated ? await ExchangeByTcpAsync(request, token) : response;
            },
            cancellation);
    }

    /// <summary>The values of a name and type at this server; none when there are none.</summary>
    public async Task<IReadOnlyList<RecordData>> LookupAsync(DnsName name, RecordType type, CancellationToken cancellation)
    {
        var response = await QueryAsync(name, type, key: null, cancellation);
        return [.. response.Answers.Where(record => record.Type == type && record.Name.Equals(name)).Select(record => record.Data)];
    }

    /// <summary>The IPv4 addresses of a name, following aliases as far as this server knows them; none when there are none.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(DnsName name, CancellationToken cancellation)
    {
        for (var i = 0; i < AliasLimit; i++)
        {
            var response = await QueryAsync(name, RecordType.A, key: null, cancellation);
            // A server puts the whole chain into one answer where it serves all of it; the order is not to be relied on.
            while (response.Answers.FirstOrDefault(record => record.Name.Equals(name)) is { Data: NameData { Type: RecordType.CNAME } alias }
                && i++ < AliasLimit)
                name = alias.Target;

            var addresses = response.Answers.Where(record => record.Name.Equals(name)).Select(record => record.Data).OfType<AddressData>();
            if (addresses.Select(data => data.Address).ToList() is { Count: > 0 } found)
                return found;
            if (response.Answers.Count == 0)
                return [];
        }

        return [];
    }

    /// <summary>
    /// Updates a zone, by TCP: over UDP a lost answer leads to a second update, whose prerequisites the first one has broken.
    /// Repeating an update without prerequisites changes nothing.
    /// </summary>
    /// <param name="key">Signs the update; null only for servers that take unsigned ones.</param>
    public Task UpdateAsync(DnsUpdate update, TsigKey? key, CancellationToken cancellation)
    {
        var request = new DnsRequest(
            RequestKind.Update, $"update of zone {update.Zone}", update.Zone, WithId(update.ToMessage()), Server, key);
        return PassAsync(request, token => ExchangeByTcpAsync(request, token), cancellation);
    }

    /// <summary>An id that cannot be guessed (RFC 5452, section 9).</summary>
    private static DnsMessage WithId(DnsMessage message) => message with { Id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1) };
}
