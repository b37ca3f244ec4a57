using JupyterHub.Pipeline.Certificates;
using JupyterHub.Pipeline.Hub;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs JupyterHub on what the platform's targets have made ready.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IDeployJupyterHub : IHazDeployment
{
    Target DeployJupyterHub => _ => _
        .Description("Installs JupyterHub")
        .DependsOn<IProvisionCluster>()
        .TryAfter<ICreateIssuers>()
        .TryAfter<IImportRookCeph>()
        .TryAfter<IInstallLonghorn>()
        .TryAfter<IInstallIngress>()
        .TryAfter<IInstallExternalDns>()
        .Executes(async () =>
        {
            await Deployment.ApplyAsync("jupyterhub/credentials.yaml");
            await Deployment.InstallAsync(HubRelease.Release);
            await Deployment.UntilAsync(HubRelease.IsReady);
            await Deployment.UntilAsync(CertManager.HubCertificateIsReady);
        });
}
