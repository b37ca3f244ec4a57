using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs ExternalDNS, which writes the ingress's records into the zone.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IInstallExternalDns : IHazDeployment
{
    Target InstallExternalDns => _ => _
        .Description("Installs ExternalDNS for the zone")
        .DependsOn<IConfigureBind9>()
        .Executes(async () =>
        {
            await Deployment.ApplyAsync("external-dns/tsig-key.yaml");
            await Deployment.InstallAsync(ExternalDns.Release);
            await Deployment.UntilAsync(ExternalDns.IsReady);
        });
}
