namespace JupyterHub.Pipeline.Environments;

/// <summary>Where the Kubernetes cluster comes from.</summary>
public enum ClusterProvider
{
    /// <summary>Loopback servers inside the build process.</summary>
    Rehearsal,

    /// <summary>A cluster that exists, reached by a kubeconfig.</summary>
    Existing,

    /// <summary>RKE2, installed on the named machines.</summary>
    Rke2,
}
