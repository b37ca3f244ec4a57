using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>The whole platform on one's own machines.</summary>
[TargetGroup("Deployment", Order = 1)]
public interface IDeployOnPrem
    : IProvisionCluster, IInstallCertManager, ICreateIssuers, IImportRookCeph, IInstallLonghorn, IInstallIngress, IConfigureBind9, IInstallExternalDns, IDeployJupyterHub, IVerifyHub
{
    Target DeployOnPrem => _ => _
        .Description("Deploys JupyterHub on Kubernetes of your own, with Ceph, Longhorn and BIND 9")
        .DependsOn<IVerifyHub>()
        .DependsOn<ICreateIssuers>()
        .DependsOn<IImportRookCeph>()
        .DependsOn<IInstallLonghorn>()
        .DependsOn<IInstallIngress>()
        .DependsOn<IInstallExternalDns>()
        .Executes(() => Deployment.Summarize());
}
