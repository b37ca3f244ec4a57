using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Looks at the hub as a user does: its name, its certificate, its login page.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IVerifyHub : IHazDeployment
{
    Target VerifyHub => _ => _
        .Description("Resolves the hub's name, checks its certificate and its login page")
        .DependsOn<IDeployJupyterHub>()
        .Executes(() => Deployment.VerifyHubAsync());
}
