using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace JupyterHub.Pipeline.Dns;

public sealed partial class DnsClient
{
    /// <summary>
    /// Passes the door, which tries again when the network fails; what is left of such failures becomes a problem only here.
    /// An update without prerequisites has the same effect twice.
    /// </summary>
    private async Task<T> PassAsync<T>(DnsRequest request, Func<CancellationToken, Task<T>> exchange, CancellationToken cancellation)
    {
        var what = $"{request.Subject} at {Server}";
        try
        {
            return request is { Kind: RequestKind.Update, Message.Answers: var prerequisites } && !request.ChangesNothing
                ? await door.WriteAsync(what, exchange, cancellation, idempotent: prerequisites.Count == 0)
                : await door.ReadAsync(what, exchange, cancellation);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw Unreachable(request, error);
        }
    }

    private async Task<DnsMessage> ExchangeByUdpAsync(DnsRequest request, CancellationToken cancellation)
    {
        var addresses = await Server.ResolveAsync(cancellation);
        for (var attempt = 0; ; attempt++)
        {
            using var deadline = new CancellationTokenSource(_options.Timeout, _options.Time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
            try
            {
                return await AskByUdpAsync(request, addresses[attempt % addresses.Count], both.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                if (attempt + 1 >= _options.Attempts)
                    throw TimedOut(request, "UDP", attempt + 1);
            }
            catch (SocketException) when (attempt + 1 < addresses.Count)
            {
                // The next attempt goes to the server's next address.
            }
        }
    }

    private async Task<DnsMessage> AskByUdpAsync(DnsRequest request, IPEndPoint address, CancellationToken cancellation)
    {
        // Connected, the socket takes messages from the server only, and hears that nothing listens there.
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(address, cancellation);
        var exchange = Sign(request, out var octets);
        await socket.SendAsync(octets, cancellation);

        var buffer = new byte[ushort.MaxValue];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellation);
            // A late answer to an earlier request, or a forged one, is not this answer.
            if (length < 2 || (buffer[0] << 8 | buffer[1]) != request.Message.Id)
                continue;
            return Accept(request, exchange, buffer.AsSpan(0, length));
        }
    }

    private async Task<DnsMessage> ExchangeByTcpAsync(DnsRequest request, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(request, cancellation);
        var exchange = Sign(request, out var octets);
        await SendAsync(request, connection, octets, cancellation);
        return Accept(request, exchange, await ReceiveAsync(request, connection, cancellation));
    }

    private async Task<DnsConnection> ConnectAsync(DnsRequest request, CancellationToken cancellation)
    {
        var addresses = await Server.ResolveAsync(cancellation);
        return await WithinTimeout(request, token => DnsConnection.OpenAsync(addresses, token), cancellation);
    }

    private Task SendAsync(DnsRequest request, DnsConnection connection, byte[] octets, CancellationToken cancellation)
        => WithinTimeout(
            request,
            async token =>
            {
                await connection.SendAsync(octets, token);
                return 0;
            },
            cancellation);

    private Task<byte[]> ReceiveAsync(DnsRequest request, DnsConnection connection, CancellationToken cancellation)
        => WithinTimeout(request, connection.ReceiveAsync, cancellation);

    private async Task<T> WithinTimeout<T>(DnsRequest request, Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, _options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await step(both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw TimedOut(request, "TCP", attempts: 1);
        }
        catch (EndOfStreamException error)
        {
            throw request.Fail(DnsProblems.ResponseMalformed, "the server closed the connection without an answer", error: error);
        }
    }

    /// <summary>Signs late, so that the time in the signature is the time of sending.</summary>
    private TsigExchange? Sign(DnsRequest request, out byte[] octets)
    {
        octets = request.Message.ToWire();
        return request.Key is null ? null : TsigExchange.SignRequest(octets, request.Key, _options.Time.GetUtcNow(), out octets);
    }

    /// <summary>Reads and checks an answer, or the next message of one.</summary>
    private DnsMessage Accept(DnsRequest request, TsigExchange? exchange, ReadOnlySpan<byte> octets)
    {
        DnsMessage response;
        try
        {
            response = DnsMessage.Read(octets);
        }
        catch (DnsFormatException error)
        {
            throw request.Fail(DnsProblems.ResponseMalformed, "the answer is no DNS message", error.Message, error: error);
        }

        // A server that cannot read a request may leave out the question; later messages of a transfer may, too (RFC 5936, section 2.2.1).
        var question = request.Message.Questions[0];
        if (response.Id != request.Message.Id || !response.IsResponse || response.Operation != request.Message.Operation
            || (response.Questions.Count > 0 && response.Questions[0] != question))
            throw request.Fail(DnsProblems.ResponseMalformed, "the answer is for another request");

        ResponseCheck.Signature(request, exchange, octets, response, _options.Time.GetUtcNow());
        ResponseCheck.Code(request, response);
        return response;
    }

    private Problems.ProblemException TimedOut(DnsRequest request, string transport, int attempts)
        => request.Fail(
            DnsProblems.ServerTimeout,
            string.Create(CultureInfo.InvariantCulture, $"no answer by {transport} within {_options.Timeout.TotalSeconds:0.###} s")
            + (attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $", {attempts} times") : ""));

    private static Problems.ProblemException Unreachable(DnsRequest request, Exception error)
        => request.Fail(DnsProblems.ServerUnreachable, "the server cannot be reached", error.Message, error: error);
}
