using JupyterHub.Pipeline.Storage;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>Imports the existing Ceph cluster, whose StorageClass backs each user's own volume.</summary>
[TargetGroup("Steps of a deployment", Order = 3)]
public interface IImportRookCeph : IHazDeployment
{
    Target ImportRookCeph => _ => _
        .Description("Imports the Ceph cluster and its StorageClass")
        .DependsOn<IProvisionCluster>()
        .Executes(async () =>
        {
            var ceph = await Deployment.CephExportAsync();
            await Deployment.RequireStorageClassAsync("rook-ceph/storage-class.yaml", ceph);
            await Deployment.InstallAsync(RookCeph.Operator);
            await Deployment.InstallAsync(RookCeph.Drivers);
            await Deployment.ApplyAsync("rook-ceph/external-cluster.yaml", ceph);
            await Deployment.InstallAsync(RookCeph.Cluster);
            await Deployment.UntilAsync(RookCeph.IsConnected);
            await Deployment.ApplyAsync("rook-ceph/storage-class.yaml", ceph);
        });
}
