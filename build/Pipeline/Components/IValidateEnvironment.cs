using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Reads environments and reports everything that is wrong with them, at once.</summary>
[TargetGroup("Environments and rehearsal", Order = 2)]
public interface IValidateEnvironment : IHazDeployment
{
    Target ValidateEnvironment => _ => _
        .Description("Checks one, several ('onprem-*') or all environments")
        .Executes(() => Deployment.Validate());
}
