namespace JupyterHub.Pipeline.Execution;

/// <summary>The five ways in which the pipeline reaches the world.</summary>
public enum DoorName
{
    Kubernetes,
    Helm,
    Dns,
    Aws,
    Ssh,
}
