namespace JupyterHub.Pipeline.Dns;

/// <summary>One DNS message (RFC 1035, section 4).</summary>
public sealed partial record DnsMessage
{
    /// <summary>Ties a response to its request.</summary>
    public ushort Id { get; init; }

    /// <summary>QR: whether this answers a request.</summary>
    public bool IsResponse { get; init; }

    public OperationCode Operation { get; init; }

    /// <summary>AA: the server is responsible for the name.</summary>
    public bool Authoritative { get; init; }

    /// <summary>TC: the answer is longer than the transport allowed.</summary>
    public bool Truncated { get; init; }

    /// <summary>RD.</summary>
    public bool RecursionDesired { get; init; }

    /// <summary>RA.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>The response code, with the upper bits that EDNS adds.</summary>
    public ResponseCode Code { get; init; }

    /// <summary>The questions; in an update, the zone.</summary>
    public IReadOnlyList<DnsQuestion> Questions { get; init; } = [];

    /// <summary>The answers; in an update, the prerequisites.</summary>
    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    /// <summary>The authorities; in an update, the changes.</summary>
    public IReadOnlyList<DnsRecord> Authorities { get; init; } = [];

    /// <summary>Additional records, without those that <see cref="Edns"/> and <see cref="Tsig"/> stand for.</summary>
    public IReadOnlyList<DnsRecord> Additionals { get; init; } = [];

    /// <summary>The sender's EDNS abilities; absent when it has none.</summary>
    public Edns? Edns { get; init; }

    /// <summary>The signature a message was read with. Writing leaves it out: <see cref="TsigExchange"/> signs what is written.</summary>
    public TsigRecord? Tsig { get; init; }

    /// <summary>An empty response to this message, with the flags and the question it asks for.</summary>
    public DnsMessage Respond(ResponseCode code) => new()
    {
        Id = Id,
        IsResponse = true,
        Operation = Operation,
        RecursionDesired = RecursionDesired,
        Questions = Questions,
        Code = code,
        Edns = Edns is null ? null : new Edns(),
    };
}
