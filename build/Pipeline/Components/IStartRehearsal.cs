using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Keeps a rehearsal's servers up, for a look around.</summary>
[TargetGroup("Environments and rehearsal", Order = 2)]
public interface IStartRehearsal : IProvisionCluster
{
    Target StartRehearsal => _ => _
        .Description("Serves what was deployed to the rehearsal, until Ctrl-C")
        .DependsOn<IProvisionCluster>()
        .Executes(() => Deployment.ServeAsync());
}
