using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Proves that the zone can be transferred and updated with the environment's key, and keeps its static records.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IConfigureBind9 : IHazDeployment
{
    Target ConfigureBind9 => _ => _
        .Description("Proves the BIND 9 zone and its key, and writes its static records")
        .DependsOn<IProvisionCluster>()
        .Executes(() => Deployment.ConfigureZoneAsync());
}
