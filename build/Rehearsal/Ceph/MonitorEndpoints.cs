using System.Diagnostics.CodeAnalysis;

namespace JupyterHub.Pipeline.Rehearsal.Ceph;

/// <summary>The monitors of a ConfigMap <c>rook-ceph-mon-endpoints</c>: <c>a=10.0.0.1:6789,b=10.0.0.2:3300</c>.</summary>
internal sealed record MonitorEndpoints(IReadOnlyList<(string Name, string Address, int Port)> All)
{
    /// <summary>The port of messenger v2, which Rook takes for "v2 only".</summary>
    public const int SecondMessenger = 3300;

    public const int FirstMessenger = 6789;

    /// <summary>The addresses as CSI is told them.</summary>
    public IEnumerable<string> Addresses => All.Select(monitor => $"{monitor.Address}:{monitor.Port}");

    /// <summary>Whether at least one of them is a monitor of the pretend cluster: a client needs one to find the others.</summary>
    public bool ReachPretendCeph => All.Any(monitor =>
        PretendCeph.Monitors.Values.Contains(monitor.Address) && monitor.Port is FirstMessenger or SecondMessenger);

    public static bool TryParse(string? text, [NotNullWhen(true)] out MonitorEndpoints? endpoints)
    {
        endpoints = null;
        var all = new List<(string, string, int)>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = part.IndexOf('=');
            var port = part.LastIndexOf(':');
            if (name <= 0 || port <= name + 1 || !int.TryParse(part[(port + 1)..], out var number))
                return false;
            all.Add((part[..name], part[(name + 1)..port], number));
        }
        if (all.Count == 0)
            return false;
        endpoints = new MonitorEndpoints(all);
        return true;
    }
}
