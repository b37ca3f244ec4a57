using System.Security.Cryptography;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// A request and its answers under one key. The signature of each answer covers the one before it, the first answer's the request's
/// (RFC 8945, sections 4.3 and 5.3). One instance serves one exchange, from one end.
/// </summary>
public sealed class TsigExchange
{
    /// <summary>By how many seconds the clocks may differ (RFC 8945, section 10).</summary>
    public const ushort Fudge = 300;

    /// <summary>So many messages of one answer may go unsigned between signed ones (RFC 8945, section 5.3.1).</summary>
    private const int UnsignedLimit = 99;

    private readonly List<byte[]> _unsigned = [];
    private readonly ulong _requestTime;
    private byte[] _previousMac;
    private bool _answered;

    private TsigExchange(TsigKey key, byte[] requestMac, ulong requestTime)
    {
        Key = key;
        _previousMac = requestMac;
        _requestTime = requestTime;
    }

    public TsigKey Key { get; }

    /// <summary>Whether every message so far is covered by a signature: false after a message taken by <see cref="TryTakeUnsigned"/>.</summary>
    public bool IsSettled => _unsigned.Count == 0;

    /// <summary>Signs a request.</summary>
    public static TsigExchange SignRequest(byte[] message, TsigKey key, DateTimeOffset now, out byte[] signed)
    {
        var record = Unsigned(key.Name, key.Algorithm.WireName, Seconds(now), Id(message));
        var mac = key.Sign([.. message, .. Variables(record)]);
        signed = (record with { Mac = mac }).AppendTo(message);
        return new TsigExchange(key, mac, record.TimeSigned);
    }

    /// <summary>Verifies a signed request, in the order of RFC 8945, section 5.2: key, signature, time, truncation.</summary>
    /// <param name="findKey">The key of a name; null when there is none.</param>
    /// <param name="exchange">What to sign answers with; null when the signature is not to be trusted and answers go unsigned.</param>
    /// <exception cref="DnsFormatException">The signature has a length that no one may send.</exception>
    public static TsigError VerifyRequest(
        ReadOnlySpan<byte> octets, DnsMessage message, Func<DnsName, TsigKey?> findKey, DateTimeOffset now, out TsigExchange? exchange)
    {
        exchange = null;
        var record = message.Tsig ?? throw new ArgumentException("The message is not signed.", nameof(message));
        if (findKey(record.KeyName) is not { } key || !key.Algorithm.WireName.Equals(record.Algorithm))
            return TsigError.BadKey;
        if (record.Mac.Length > key.Algorithm.MacSize || record.Mac.Length < Math.Max(10, key.Algorithm.MacSize / 2))
            throw new DnsFormatException($"a signature of {record.Mac.Length} octets");

        var mac = key.Sign([.. record.RemoveFrom(octets), .. Variables(record)]);
        if (!Matches(mac, record.Mac.Span))
            return TsigError.BadSignature;

        exchange = new TsigExchange(key, record.Mac.ToArray(), record.TimeSigned);
        if (!IsTimely(record, now))
            return TsigError.BadTime;
        return record.Mac.Length < key.Algorithm.MacSize ? TsigError.BadTruncation : TsigError.None;
    }

    /// <summary>An answer to a request whose signature is not to be trusted: it says why, and is not signed (RFC 8945, section 5.3.2).</summary>
    public static byte[] Reject(byte[] message, TsigRecord request, TsigError error)
        => (Unsigned(request.KeyName, request.Algorithm, request.TimeSigned, Id(message)) with { Error = error }).AppendTo(message);

    /// <summary>Signs the next message of the answer.</summary>
    /// <param name="error">With <see cref="TsigError.BadTime"/> the answer tells this server's clock.</param>
    public byte[] SignResponse(byte[] message, DateTimeOffset now, TsigError error = TsigError.None)
    {
        var record = Unsigned(Key.Name, Key.Algorithm.WireName, Seconds(now), Id(message)) with { Error = error };
        if (error == TsigError.BadTime)
            record = record with { TimeSigned = _requestTime, Other = Time(Seconds(now)) };

        var mac = Key.Sign(ResponseInput(message, record));
        Advance(mac);
        return (record with { Mac = mac }).AppendTo(message);
    }

    /// <summary>Verifies the next signed message of the answer.</summary>
    public TsigError VerifyResponse(ReadOnlySpan<byte> octets, DnsMessage message, DateTimeOffset now)
    {
        var record = message.Tsig ?? throw new ArgumentException("The message is not signed.", nameof(message));
        if (!record.KeyName.Equals(Key.Name) || !record.Algorithm.Equals(Key.Algorithm.WireName))
            return TsigError.BadKey;
        if (record.Mac.Length != Key.Algorithm.MacSize)
            return TsigError.BadTruncation;
        if (!Matches(Key.Sign(ResponseInput(record.RemoveFrom(octets), record)), record.Mac.Span))
            return TsigError.BadSignature;

        Advance(record.Mac.ToArray());
        return record.Error == TsigError.BadTime || IsTimely(record, now) ? TsigError.None : TsigError.BadTime;
    }

    /// <summary>
    /// Takes a message without signature between signed ones; the next signature covers it. False when one must be there: on the first
    /// message, and after too many without.
    /// </summary>
    public bool TryTakeUnsigned(ReadOnlySpan<byte> octets)
    {
        if (!_answered || _unsigned.Count >= UnsignedLimit)
            return false;

        _unsigned.Add(octets.ToArray());
        return true;
    }

    private void Advance(byte[] mac)
    {
        _previousMac = mac;
        _answered = true;
        _unsigned.Clear();
    }

    /// <summary>Later messages of an answer sign only the times, not all variables (RFC 8945, section 5.3.1).</summary>
    private byte[] ResponseInput(byte[] message, TsigRecord record)
    {
        var input = new List<byte> { (byte)(_previousMac.Length >> 8), (byte)_previousMac.Length };
        input.AddRange(_previousMac);
        foreach (var unsigned in _unsigned)
            input.AddRange(unsigned);
        input.AddRange(message);
        input.AddRange(_answered ? Timers(record) : Variables(record));
        return [.. input];
    }

    private static bool Matches(byte[] expected, ReadOnlySpan<byte> mac)
        => CryptographicOperations.FixedTimeEquals(expected.AsSpan(0, mac.Length), mac);

    private static bool IsTimely(TsigRecord record, DateTimeOffset now)
        => Math.Abs((long)record.TimeSigned - (long)Seconds(now)) <= record.Fudge;

    private static TsigRecord Unsigned(DnsName key, DnsName algorithm, ulong time, ushort id) => new()
    {
        KeyName = key,
        Algorithm = algorithm,
        TimeSigned = time,
        Fudge = Fudge,
        Mac = default,
        OriginalId = id,
    };

    /// <summary>RFC 8945, section 4.3.3; names in lower case.</summary>
    private static byte[] Variables(TsigRecord record)
    {
        var writer = new WireWriter();
        writer.Name(record.KeyName.ToLower());
        writer.Number16((ushort)RecordClass.Any);
        writer.Number32(0);
        writer.Name(record.Algorithm.ToLower());
        writer.Octets(Timers(record));
        writer.Number16((ushort)record.Error);
        writer.Number16((ushort)record.Other.Length);
        writer.Octets(record.Other.Span);
        return writer.ToArray();
    }

    private static byte[] Timers(TsigRecord record)
    {
        var writer = new WireWriter();
        writer.Number48(record.TimeSigned);
        writer.Number16(record.Fudge);
        return writer.ToArray();
    }

    private static byte[] Time(ulong seconds)
    {
        var writer = new WireWriter();
        writer.Number48(seconds);
        return writer.ToArray();
    }

    private static ulong Seconds(DateTimeOffset time) => (ulong)time.ToUnixTimeSeconds();

    private static ushort Id(byte[] message) => (ushort)((message[0] << 8) | message[1]);
}
