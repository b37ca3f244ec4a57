using JupyterHub.Pipeline.Certificates;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs cert-manager.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IInstallCertManager : IHazDeployment
{
    Target InstallCertManager => _ => _
        .Description("Installs cert-manager")
        .DependsOn<IProvisionCluster>()
        .Executes(async () =>
        {
            await Deployment.InstallAsync(CertManager.Release);
            await Deployment.UntilAsync(CertManager.IsReady);
        });
}
