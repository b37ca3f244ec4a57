namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

[Requires("named", Programs.InstallBind)]
public sealed class NamedBind9ZoneSpec(NamedFixture server) : Bind9ZoneSpec(server), IClassFixture<NamedFixture>;
