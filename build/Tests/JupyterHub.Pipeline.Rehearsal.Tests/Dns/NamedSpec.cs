namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>BIND 9 itself: that the client speaks with the real thing, and that the promises are its own.</summary>
[Requires("named", Programs.InstallBind)]
public sealed class NamedSpec(NamedFixture server) : DnsServerSpec(server), IClassFixture<NamedFixture>;
