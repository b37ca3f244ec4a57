using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>A DNS server set up as <see cref="SpecSetup"/> says.</summary>
public interface IDnsServerFixture
{
    DnsServerEndpoint Endpoint { get; }
}
