namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

public sealed class RehearsalBind9ZoneSpec(RehearsalFixture server) : Bind9ZoneSpec(server), IClassFixture<RehearsalFixture>;
