using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Rehearsal.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>The rehearsal's server, set up as <see cref="SpecSetup"/> says.</summary>
public sealed class RehearsalFixture : IDnsServerFixture, IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("rehearsal-dns-").FullName;
    private RehearsalDnsServer? _server;

    public DnsServerEndpoint Endpoint => _server!.EndPoint;

    public async Task InitializeAsync()
    {
        _server = await RehearsalDnsServer.StartAsync(
            new RehearsalDnsOptions
            {
                StateDirectory = _directory,
                Zones = [Zone(SpecSetup.Zone), Zone(SpecSetup.BrokenZone)],
                Keys = [SpecSetup.Key, SpecSetup.OtherKey, .. SpecSetup.AlgorithmKeys],
            },
            CancellationToken.None);
        // Where the journal would be, there is something else.
        Directory.CreateDirectory(Path.Combine(_directory, $"{SpecSetup.BrokenZone}.journal"));
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static RehearsalZone Zone(DnsName name) => new(name)
    {
        Grants = [.. SpecSetup.AlgorithmKeys.Append(SpecSetup.Key).Select(key => new UpdateGrant(key.Name, SpecSetup.Granted))],
        TransferKeys = [SpecSetup.Key.Name],
    };
}
