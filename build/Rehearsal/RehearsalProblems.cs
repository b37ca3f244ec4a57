using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal;

/// <summary>What goes wrong with a rehearsal as a whole: HUB1820 to HUB1829.</summary>
public static class RehearsalProblems
{
    public static readonly ProblemCode StateInUse = new(
        "HUB1820", "The rehearsal is in use",
        "Another process runs this environment's rehearsal. Two at once would write the same state.",
        "wait until the other process ends, or end it");

    public static readonly ProblemCode IngressPortBusy = new(
        "HUB1821", "The rehearsal's HTTPS port is in use",
        "The port on 127.0.0.1 that the rehearsal's ingress was asked to use belongs to another process.",
        "end the other process, or set cluster.rehearsal.httpsPort to another port, or to 0 for any");

    public static readonly ProblemCode StateUnusable = new(
        "HUB1822", "The rehearsal's state cannot be kept",
        "The state directory cannot be made, read or written.",
        "check the directory's permissions and the space that is left, or remove it to begin anew");
}
