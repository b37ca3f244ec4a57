using JupyterHub.Pipeline.Certificates;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs cert-manager.</summary>
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
