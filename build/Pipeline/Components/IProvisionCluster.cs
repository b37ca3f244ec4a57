using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Gets the environment's cluster: finds it, makes it, or rehearses it.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IProvisionCluster : IValidateEnvironment
{
    Target ProvisionCluster => _ => _
        .Description("Gets the cluster: an existing one, or the rehearsal")
        .DependsOn<IValidateEnvironment>()
        .Executes(() => Deployment.ProvisionClusterAsync());
}
