using JupyterHub.Pipeline.Ingress;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs the ingress controller, where the cluster does not bring its own.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IInstallIngress : IHazDeployment
{
    Target InstallIngress => _ => _
        .Description("Installs Traefik, unless the cluster brings its own ingress")
        .DependsOn<IProvisionCluster>()
        .OnlyWhenDynamic(() => Deployment.Environment.Ingress.Install)
        .Executes(async () =>
        {
            await Deployment.InstallAsync(Traefik.Release);
            await Deployment.UntilAsync(Traefik.IsReady);
        });
}
