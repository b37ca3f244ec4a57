using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Environments;
using Serilog;

namespace JupyterHub.Pipeline.Components;

public sealed partial class Deployment
{
    /// <summary>
    /// Proves what ExternalDNS relies on and would go without in silence: the zone is served, the key may transfer it and may write
    /// the hub's records. Then keeps the zone's static records. Nothing is written when they are as asked.
    /// </summary>
    public async Task ConfigureZoneAsync()
    {
        var cancellation = Run.Cancellation;
        var bind9 = Environment.Dns.Bind9;
        var secret = await _secrets.Value.GetBase64Async(bind9.Tsig.Secret, cancellation);
        var name = DnsName.Parse(bind9.Zone);
        var zone = new Bind9Zone(NameServer(bind9), name, TsigKey.Parse(bind9.Tsig.Name, bind9.Tsig.Algorithm, secret), Run.Doors.Dns);

        var soa = await zone.FindAsync(cancellation);
        var records = await zone.TransferAsync(cancellation);
        await zone.ProveGrantAsync(DnsName.Parse(Environment.Hub.Host), cancellation);
        Log.Information("Zone {Zone} answers at {Server}, serial {Serial}; key {Key} transfers its {Count} records and may write the hub's",
            bind9.Zone, NameServer(bind9).ToString(), soa.Serial, bind9.Tsig.Name, records.Count);
        foreach (var change in await zone.ConvergeAsync([.. bind9.Records.Select(x => DnsRecordSet.From(x, name))], cancellation))
            Log.Information("Record {Change}", change.ToString());
    }

    private static DnsServerEndpoint NameServer(Bind9Settings bind9) => new(bind9.Server ?? "127.0.0.1", bind9.Port);
}
