using System.Globalization;
using System.Net;

using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>
/// Waits for a name. DNS has no way to watch a name, so this place, unlike all others, asks again and again: at first after a
/// quarter of a second, then less and less often, at most every five seconds.
/// </summary>
public sealed class RecordWatch(DnsClient client, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits until all IPv4 addresses of a name are among the expected ones, and at least one is there.</summary>
    /// <returns>The addresses.</returns>
    /// <exception cref="ProblemException">HUB1625 with what was seen last at the deadline; any problem that waiting does not mend at once.</exception>
    public async Task<IReadOnlyList<IPAddress>> UntilAsync(
        DnsName name, IReadOnlyCollection<IPAddress> expected, TimeSpan timeout, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            var (addresses, seen) = await LookAsync(name, cancellation);
            if (addresses.Count > 0 && addresses.All(expected.Contains))
                return addresses;

            TargetProgress.Report($"{name} at {client.Server}: {seen}");
            var left = timeout - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new ProblemException(new Problem(DnsProblems.NotResolved, string.Create(
                    CultureInfo.InvariantCulture, $"'{name}' does not resolve to {string.Join(" or ", expected)} after {timeout.TotalSeconds:0} s"))
                {
                    Location = $"DNS server {client.Server}",
                    Cause = seen,
                });
            }

            await Task.Delay(pause < left ? pause : left, time, cancellation);
        }
    }

    private async Task<(IReadOnlyList<IPAddress> Addresses, string Seen)> LookAsync(DnsName name, CancellationToken cancellation)
    {
        try
        {
            var addresses = await client.ResolveAsync(name, cancellation);
            return (addresses, addresses.Count == 0 ? "it has no address" : $"it has {string.Join(", ", addresses)}");
        }
        catch (ProblemException error) when (error.Problems.All(IsTransient))
        {
            return ([], error.Problems[0].Message);
        }
    }

    /// <summary>A server that restarts.</summary>
    internal static bool IsTransient(Problem problem)
        => problem.Code == DnsProblems.ServerUnreachable || problem.Code == DnsProblems.ServerTimeout || problem.Code == DnsProblems.ServerFailure;
}
