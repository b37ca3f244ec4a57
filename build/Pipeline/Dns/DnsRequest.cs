using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>A request on its way: what errors need to know of it.</summary>
/// <param name="Subject">What it is about, for people: <c>update of zone example.org</c>.</param>
/// <param name="Name">The name asked for, or the zone.</param>
internal sealed record DnsRequest(RequestKind Kind, string Subject, DnsName Name, DnsMessage Message, DnsServerEndpoint Server, TsigKey? Key)
{
    /// <summary>An update whose prerequisites cannot hold: it asks what the key may do.</summary>
    public bool ChangesNothing { get; init; }

    public ProblemException Fail(ProblemCode code, string message, string? cause = null, string? nextStep = null, Exception? error = null)
        => new([Problem(code, message, cause, nextStep)], error);

    public Problem Problem(ProblemCode code, string message, string? cause = null, string? nextStep = null)
        => new(code, message) { Location = $"DNS server {Server}, {Subject}", Cause = cause, NextStep = nextStep };
}
