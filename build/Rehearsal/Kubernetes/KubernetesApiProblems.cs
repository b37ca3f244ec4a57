using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>Problems of the rehearsal's Kubernetes API.</summary>
public static class KubernetesApiProblems
{
    public static readonly ProblemCode PortBusy = new(
        "HUB1810",
        "The rehearsal's Kubernetes port is in use",
        "The port on 127.0.0.1 that the rehearsal's Kubernetes API was asked to use, or used before, belongs to another process; often to another rehearsal of the same environment.",
        "end the other process, or choose another port; port 0 lets the system choose");

    public static readonly ProblemCode StateUnavailable = new(
        "HUB1811",
        "The rehearsal's state cannot be opened",
        "The rehearsal keeps its cluster in the state directory. It is in use by another process, or cannot be read or written.",
        "end the other build that uses this environment, or check the directory's permissions");
}
