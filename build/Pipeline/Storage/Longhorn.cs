using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Kubernetes;

namespace JupyterHub.Pipeline.Storage;

/// <summary>Longhorn, which serves the volume that all users share.</summary>
public static class Longhorn
{
    public static HelmRelease Release(DeploymentEnvironment environment)
        => new("longhorn", environment.Storage.Longhorn.Namespace, environment.Charts.Longhorn, "longhorn.yaml");

    /// <summary>What helm installs makes the rest: the manager makes the drivers' pods, the class and the engine.</summary>
    public static IReadOnlyList<Readiness> IsReady(DeploymentEnvironment environment)
    {
        var @namespace = environment.Storage.Longhorn.Namespace;
        return
        [
            Readiness.DaemonSet(@namespace, "longhorn-manager"),
            Readiness.DaemonSet(@namespace, "longhorn-csi-plugin"),
            Readiness.Deployment(@namespace, "csi-provisioner"),
            Readiness.Deployment(@namespace, "csi-attacher"),
            Readiness.Exists(new ObjectReference("storage.k8s.io/v1", "CSIDriver", null, "driver.longhorn.io")),
        ];
    }

    /// <summary>The volume is there, and users may write to it.</summary>
    public static IReadOnlyList<Readiness> SharedVolumeIsReady(DeploymentEnvironment environment)
    {
        var claim = environment.Storage.Longhorn.Shared.Claim;
        return
        [
            Readiness.Bound(environment.Hub.Namespace, claim),
            Readiness.Condition(new ObjectReference("batch/v1", "Job", environment.Hub.Namespace, claim + "-permissions"), "Complete"),
        ];
    }
}
