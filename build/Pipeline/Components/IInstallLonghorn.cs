using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Installs Longhorn and makes the volume that all users share.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IInstallLonghorn : IHazDeployment
{
    Target InstallLonghorn => _ => _
        .Description("Installs Longhorn and the volume that all users share")
        .DependsOn<IProvisionCluster>()
        .Executes(async () =>
        {
            await Deployment.RequireStorageClassAsync("longhorn/shared-volume.yaml");
            await Deployment.InstallAsync(Longhorn.Release);
            await Deployment.UntilAsync(Longhorn.IsReady);
            await Deployment.ApplyAsync("longhorn/shared-volume.yaml");
            await Deployment.UntilAsync(Longhorn.SharedVolumeIsReady);
        });
}
