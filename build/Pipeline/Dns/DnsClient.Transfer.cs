using System.Runtime.CompilerServices;

namespace JupyterHub.Pipeline.Dns;

public sealed partial class DnsClient
{
    /// <summary>
    /// Transfers a zone (AXFR, RFC 5936), its SOA record first. Records appear once their signature has been verified; a transfer
    /// that ends early, or whose end is not signed, fails with HUB1621 or HUB1622 after the records that were in order.
    /// </summary>
    /// <param name="key">Signs the transfer; null only for servers that transfer to anyone.</param>
    public async IAsyncEnumerable<DnsRecord> TransferAsync(
        DnsName zone, TsigKey? key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var message = WithId(new DnsMessage { Questions = [new DnsQuestion(zone, RecordType.AXFR)] });
        var request = new DnsRequest(RequestKind.Transfer, $"transfer of zone {zone}", zone, message, Server, key);
        // The door sees the request and its first message: whether the transfer is granted. The rest is one stream.
        var (opened, exchange, response) = await PassAsync(request, token => BeginTransferAsync(request, token), cancellation);
        await using var connection = opened;

        if (response.Answers is not [{ Data: SoaData } start, ..] || !start.Name.Equals(zone))
            throw request.Fail(DnsProblems.TransferIncomplete, "the transfer does not begin with the zone's SOA record");

        var pending = new List<DnsRecord>();
        var seen = 0;
        var complete = false;
        while (true)
        {
            foreach (var record in response.Answers)
            {
                if (complete)
                    throw request.Fail(DnsProblems.TransferIncomplete, "records follow the SOA record that ends the transfer");
                complete = seen++ > 0 && record.Type == RecordType.SOA && record.Name.Equals(zone);
                if (!complete)
                    pending.Add(record);
            }

            if (exchange?.IsSettled ?? true)
            {
                foreach (var record in pending)
                    yield return record;
                pending.Clear();
            }

            if (complete)
                break;
            response = await NextMessageAsync(request, exchange, connection, cancellation);
        }

        if (exchange is { IsSettled: false })
            throw request.Fail(DnsProblems.ResponseNotSigned, "the last message of the transfer is not signed");
    }

    private async Task<(DnsConnection Connection, TsigExchange? Exchange, DnsMessage First)> BeginTransferAsync(
        DnsRequest request, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(request, cancellation);
        try
        {
            var exchange = Sign(request, out var octets);
            await SendAsync(request, connection, octets, cancellation);
            return (connection, exchange, Accept(request, exchange, await ReceiveAsync(request, connection, cancellation)));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<DnsMessage> NextMessageAsync(
        DnsRequest request, TsigExchange? exchange, DnsConnection connection, CancellationToken cancellation)
    {
        try
        {
            return Accept(request, exchange, await ReceiveAsync(request, connection, cancellation));
        }
        catch (Exception error) when (error is IOException || error.InnerException is EndOfStreamException)
        {
            throw request.Fail(DnsProblems.TransferIncomplete, "the connection was closed amid the transfer", error: error);
        }
    }
}
