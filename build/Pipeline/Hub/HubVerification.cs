using System.Globalization;
using System.Net;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Hub;

/// <summary>
/// Looks at a hub as its users do: the name as the platform's DNS server tells it, the certificate as a machine checks it that trusts the platform's
/// authority, the login page. What is not there yet is looked at again until the deadline: neither DNS nor HTTP has a way to
/// watch, so the pauses grow from a quarter of a second to five.
/// </summary>
/// <param name="names">The platform's DNS server.</param>
public sealed class HubVerification(DnsClient names, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <exception cref="ProblemException">A code of <see cref="HubProblems"/>, or of <see cref="DnsProblems"/> when the DNS server itself fails.</exception>
    public async Task<HubEvidence> VerifyAsync(HubExpectation hub, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await LookAsync(hub, started, attempt, cancellation);
            }
            catch (HubFailure failure)
            {
                var left = hub.Timeout - time.GetElapsedTime(started);
                if (!failure.IsTransient || left <= TimeSpan.Zero)
                    throw new ProblemException([AtTheEnd(failure, hub)], failure.InnerException);

                TargetProgress.Report($"{hub.Host}: {failure.Problem.Message}");
                await Task.Delay(pause < left ? pause : left, time, cancellation);
                pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
            }
        }
    }

    private async Task<HubEvidence> LookAsync(HubExpectation hub, long started, int attempt, CancellationToken cancellation)
    {
        var beforeName = time.GetTimestamp();
        var address = await ResolveAsync(hub, cancellation);
        var resolved = time.GetElapsedTime(beforeName);

        var beforePages = time.GetTimestamp();
        var (certificate, version) = await new HubProbe(hub, address, time).LookAsync(cancellation);
        using (certificate)
        {
            return new HubEvidence
            {
                Address = address,
                CertificateSubject = certificate.Subject,
                CertificateHosts = HubTrust.HostsOf(certificate),
                CertificateIssuer = certificate.Issuer,
                CertificateNotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero),
                Version = version,
                LoginPage = new UriBuilder(Uri.UriSchemeHttps, hub.Host, hub.Port, "/hub/login").Uri,
                ResolveDuration = resolved,
                RequestDuration = time.GetElapsedTime(beforePages),
                TotalDuration = time.GetElapsedTime(started),
                Attempts = attempt,
            };
        }
    }

    private async Task<IPAddress> ResolveAsync(HubExpectation hub, CancellationToken cancellation)
    {
        IReadOnlyList<IPAddress> addresses;
        try
        {
            addresses = await names.ResolveAsync(DnsName.Parse(hub.Host), cancellation);
        }
        catch (ProblemException error) when (error.Problems is [var problem] && RecordWatch.IsTransient(problem))
        {
            throw new HubFailure(problem, isTransient: true, error);
        }

        if (addresses.Count == 0)
            throw Fail(HubProblems.NoRecord, $"'{hub.Host}' has no address", cause: null);
        if (hub.Addresses.Count > 0 && addresses.Where(address => !hub.Addresses.Contains(address)).ToList() is { Count: > 0 } others)
            throw Fail(HubProblems.WrongAddress, $"'{hub.Host}' has the address {string.Join(", ", others)}", $"expected is {string.Join(" or ", hub.Addresses)}");
        return addresses[0];
    }

    private HubFailure Fail(ProblemCode code, string message, string? cause)
        => new(
            new Problem(code, message)
            {
                Location = $"DNS server {names.Server}",
                Cause = cause,
            },
            isTransient: true);

    private static Problem AtTheEnd(HubFailure failure, HubExpectation hub)
        => failure.IsTransient
            ? failure.Problem with
            {
                Message = string.Create(CultureInfo.InvariantCulture, $"{failure.Problem.Message}, still after {hub.Timeout.TotalSeconds:0} s"),
            }
            : failure.Problem;
}
