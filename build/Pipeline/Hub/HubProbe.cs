using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Hub;

/// <summary>One look at a hub at one address: its certificate and three of its pages.</summary>
internal sealed class HubProbe(HubExpectation hub, IPAddress address, TimeProvider time)
{
    private const int PageLimit = 1 << 20;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    private string Location => string.Create(CultureInfo.InvariantCulture, $"https://{hub.Host} at {new IPEndPoint(address, hub.Port)}");

    /// <returns>The certificate, which is the caller's to dispose of, and the version.</returns>
    /// <exception cref="HubFailure">It is not as it should be.</exception>
    public async Task<(X509Certificate2 Certificate, string Version)> LookAsync(CancellationToken cancellation)
    {
        using var trust = new HubTrust(hub.AuthorityPem, time.GetUtcNow());
        using var client = Client(trust);

        await GetAsync(client, trust, "/hub/health", accept: null, cancellation);
        var api = await GetAsync(client, trust, "/hub/api", accept: null, cancellation);
        var version = HubPages.Version(api) ?? throw Fail(HubProblems.UnexpectedBody, "/hub/api does not tell a version", false, $"it answers: {Begin(api)}");
        var login = await GetAsync(client, trust, "/hub/login", HubPages.IsLoginRedirect, cancellation);
        if (login.Length > 0 && !HubPages.IsLogin(login))
            throw Fail(HubProblems.UnexpectedBody, "/hub/login is not a login page", false, $"it answers: {Begin(login)}");

        return (X509CertificateLoader.LoadCertificate(trust.Presented!.RawData), version);
    }

    private HttpClient Client(HubTrust trust)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The address is the one that the platform's DNS server tells: no proxy and no other resolver in between.
            UseProxy = false,
            SslOptions = trust.OptionsFor(hub.Host),
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(address, hub.Port, token);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler)
        {
            BaseAddress = new UriBuilder(Uri.UriSchemeHttps, hub.Host, hub.Port).Uri,
            MaxResponseContentBufferSize = PageLimit,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <returns>The page; nothing when its status is not 200 but one that is accepted.</returns>
    private async Task<string> GetAsync(
        HttpClient client, HubTrust trust, string path, Func<HttpStatusCode, Uri?, bool>? accept, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(RequestTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        // As browsers send it at the port that users have, whatever port a rehearsal has.
        request.Headers.Host = hub.Host;
        try
        {
            using var response = await client.SendAsync(request, both.Token);
            if (response.StatusCode == HttpStatusCode.OK)
                return await response.Content.ReadAsStringAsync(both.Token);
            if (accept?.Invoke(response.StatusCode, response.Headers.Location) == true)
                return "";
            throw Status(path, response.StatusCode, await response.Content.ReadAsStringAsync(both.Token));
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw Fail(HubProblems.ConnectionTimeout, $"{path} does not answer within {RequestTimeout.TotalSeconds:0} s", true, inner: error);
        }
        catch (HttpRequestException error)
        {
            throw Connection(path, trust, error);
        }
    }

    private HubFailure Status(string path, HttpStatusCode status, string body) => (int)status switch
    {
        404 when path == "/hub/health" => Fail(
            HubProblems.NoRoute, "the ingress has no route to the hub", true, $"{path} answers 404: {Begin(body)}",
            $"compare host, class and backend: kubectl -n {hub.Namespace} describe ingress"),
        502 or 503 or 504 => Fail(
            HubProblems.Unavailable, "the hub is not available", true, $"{path} answers {(int)status}: {Begin(body)}",
            $"look at the hub: kubectl -n {hub.Namespace} get pods, and: kubectl -n {hub.Namespace} logs deployment/hub"),
        var code => Fail(
            HubProblems.UnexpectedStatus, $"{path} answers {code}", code >= 500, $"it answers: {Begin(body)}",
            $"look at the hub's log: kubectl -n {hub.Namespace} logs deployment/hub"),
    };

    private HubFailure Connection(string path, HubTrust trust, HttpRequestException error)
    {
        if (error.InnerException is AuthenticationException && trust.Errors != SslPolicyErrors.None)
            return Certificate(trust, error);

        return error.HttpRequestError switch
        {
            HttpRequestError.ConnectionError => Fail(
                HubProblems.ConnectionRefused, "the ingress does not take connections", true, (error.InnerException ?? error).Message, inner: error),
            // Closed amid the handshake: a controller that loads its configuration. Something else than TLS: nothing that waiting mends.
            HttpRequestError.SecureConnectionError => Fail(
                HubProblems.NoTls, "the TLS handshake fails", error.InnerException is IOException, (error.InnerException ?? error).Message, inner: error),
            HttpRequestError.ConfigurationLimitExceeded => Fail(
                HubProblems.UnexpectedBody, $"{path} answers with more than {PageLimit} octets", false, inner: error),
            _ => Fail(HubProblems.Unavailable, $"{path} does not answer", true, (error.InnerException ?? error).Message, inner: error),
        };
    }

    /// <summary>Whose certificate it is matters first: a foreign one has any name and any age, and goes when the right one is issued.</summary>
    private HubFailure Certificate(HubTrust trust, Exception error)
    {
        if (trust.Presented is not { } certificate)
            return Fail(HubProblems.UntrustedCertificate, "the ingress presents no certificate", true, inner: error);

        var trusted = (trust.ChainErrors & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) == 0;
        if (!trusted)
        {
            return Fail(
                HubProblems.UntrustedCertificate, "the certificate is not from the platform's authority", true,
                $"'{certificate.Subject}' was issued by '{certificate.Issuer}' ({trust.ChainErrors})", inner: error);
        }

        if (trust.Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return Fail(
                HubProblems.WrongHost, $"the certificate is not for '{hub.Host}'", false,
                $"it is for: {string.Join(", ", HubTrust.HostsOf(certificate).DefaultIfEmpty(certificate.Subject))}", inner: error);
        }

        var validity = string.Create(CultureInfo.InvariantCulture, $"{certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}");
        return trust.ChainErrors.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? Fail(HubProblems.CertificateExpired, "the certificate, or its authority's, is not valid now", false, $"the hub's is valid from {validity}", inner: error)
            : Fail(HubProblems.UntrustedCertificate, "the certificate does not pass the check", false, trust.ChainErrors.ToString(), inner: error);
    }

    private HubFailure Fail(ProblemCode code, string message, bool isTransient, string? cause = null, string? nextStep = null, Exception? inner = null)
        => new(new Problem(code, message) { Location = Location, Cause = cause, NextStep = nextStep }, isTransient, inner);

    /// <summary>Enough of a page to recognise it by.</summary>
    private static string Begin(string body)
    {
        var line = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "(nothing)" : line.Length <= 120 ? line : line[..120] + "...";
    }
}
