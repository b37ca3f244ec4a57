using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Dns;

/// <summary>What goes wrong with the rehearsal's DNS server: HUB1850 to HUB1859.</summary>
public static class RehearsalDnsProblems
{
    public static readonly ProblemCode PortBusy = new(
        "HUB1850", "The rehearsal's DNS port is taken",
        "The port that the environment asks for is used by another program, by UDP or TCP, or only privileged users may listen on it.",
        "stop the other program (ss -tulpn), or set cluster.rehearsal.dnsPort to another port, or to 0 for any");

    public static readonly ProblemCode StateUnusable = new(
        "HUB1851", "The rehearsal's DNS state cannot be kept",
        "The directory for the state of the DNS server cannot be created, read or written.",
        "make the directory writable, or remove it to begin anew");

    public static readonly ProblemCode StateInUse = new(
        "HUB1852", "The rehearsal's DNS state is in use",
        "Another process rehearses the same environment at this moment.",
        "wait until it ends");

    public static readonly ProblemCode JournalDamaged = new(
        "HUB1853", "The rehearsal's DNS journal is damaged",
        "A journal may end amid an entry, after a crash; this one has a damaged entry before intact ones.",
        "remove the file: the records are written again by the next run");
}
