namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>The rehearsal's server keeps the promises that BIND 9 keeps.</summary>
public sealed class RehearsalSpec(RehearsalFixture server) : DnsServerSpec(server), IClassFixture<RehearsalFixture>;
