using System.Net;

using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Hub;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Tests.Dns;

namespace JupyterHub.Pipeline.Tests.Hub;

public sealed class HubVerificationTests : IAsyncLifetime
{
    private const string Host = "jupyter.data.example.org";

    private readonly TestAuthority _authority = new("platform CA");
    private readonly TestAuthority _stranger = new("TRAEFIK DEFAULT CERT");
    private readonly TestHub _hub;
    private readonly ScriptedDnsServer _names;
    private ResponseCode _code = ResponseCode.NoError;
    private IPAddress? _address = IPAddress.Loopback;

    public HubVerificationTests()
    {
        _hub = new TestHub(_authority.Issue(Host));
        _names = new ScriptedDnsServer(query => query.Respond(_code) with
        {
            Answers = _address is null ? [] : [new DnsRecord(query.Questions[0].Name, 60, new AddressData(_address))],
        });
    }

    private HubExpectation Expected => new() { Host = Host, Addresses = [IPAddress.Loopback], Port = _hub.Port, AuthorityPem = _authority.Pem, Timeout = TimeSpan.Zero };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _names.DisposeAsync();
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_hub_that_is_as_it_should_be_is_evidenced()
    {
        var evidence = await Verify(Expected);

        evidence.Address.ShouldBe(IPAddress.Loopback);
        evidence.Version.ShouldBe("5.5.0");
        evidence.CertificateSubject.ShouldBe($"CN={Host}");
        evidence.CertificateHosts.ShouldBe([Host]);
        evidence.CertificateIssuer.ShouldBe("CN=platform CA");
        evidence.CertificateNotAfter.ToUnixTimeSeconds().ShouldBe(new DateTimeOffset(_hub.Certificate!.NotAfter).ToUnixTimeSeconds());
        evidence.LoginPage.ToString().ShouldBe($"https://{Host}:{_hub.Port}/hub/login");
        evidence.Attempts.ShouldBe(1);
        evidence.TotalDuration.ShouldBeGreaterThanOrEqualTo(evidence.RequestDuration);
        evidence.RequestDuration.ShouldBeGreaterThan(TimeSpan.Zero);
        _hub.Asked.ShouldBe([(Host, Host), (Host, Host), (Host, Host)], "the name in handshake and request is the one users type");
    }

    [Fact]
    public async Task Any_address_is_right_when_none_is_expected()
        => (await Verify(Expected with { Addresses = [] })).Address.ShouldBe(IPAddress.Loopback);

    [Fact]
    public async Task A_missing_record_is_told()
    {
        (_code, _address) = (ResponseCode.NXDomain, null);
        var problem = await Fails(HubProblems.NoRecord);
        problem.Message.ShouldContain(Host);
        problem.Location.ShouldBe($"DNS server {_names.Endpoint}");
    }

    [Fact]
    public async Task Another_address_is_told_with_the_expected_one()
    {
        _address = IPAddress.Parse("192.0.2.1");
        var problem = await Fails(HubProblems.WrongAddress);
        problem.Message.ShouldContain("192.0.2.1");
        problem.Cause.ShouldBe("expected is 127.0.0.1");
    }

    [Fact]
    public async Task A_DNS_server_that_fails_keeps_its_own_problem()
    {
        _code = ResponseCode.ServFail;
        await Fails(DnsProblems.ServerFailure);
        _code = ResponseCode.Refused;
        await Fails(DnsProblems.QueryRefused);
    }

    [Fact]
    public async Task A_refused_connection_is_told()
    {
        var gone = new TestHub(_hub.Certificate!);
        var port = gone.Port;
        await gone.DisposeAsync();
        (await Fails(HubProblems.ConnectionRefused, Expected with { Port = port })).Location.ShouldNotBeNull().ShouldContain($"127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_told_with_its_issuer()
    {
        _hub.Certificate = _stranger.Issue(Host);
        (await Fails(HubProblems.UntrustedCertificate)).Cause.ShouldNotBeNull().ShouldContain("TRAEFIK DEFAULT CERT");
        _hub.Asked.ShouldBeEmpty("nothing is sent to a server that is not trusted");
    }

    [Fact]
    public async Task A_stranger_of_the_authoritys_name_is_not_trusted()
    {
        using var impostor = new TestAuthority("platform CA");
        _hub.Certificate = impostor.Issue(Host);
        await Fails(HubProblems.UntrustedCertificate);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_told_with_its_hosts()
    {
        _hub.Certificate = _authority.Issue("other.data.example.org");
        (await Fails(HubProblems.WrongHost)).Cause.ShouldBe("it is for: other.data.example.org");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public async Task A_certificate_that_is_not_valid_now_is_told_with_its_time(int daysOld)
    {
        _hub.Certificate = _authority.Issue(Host, TimeSpan.FromDays(daysOld));
        (await Fails(HubProblems.CertificateExpired)).Cause.ShouldNotBeNull().ShouldMatch("valid from 20.* to 20");
    }

    [Fact]
    public async Task A_connection_closed_amid_the_handshake_is_told()
    {
        _hub.Certificate = null;
        await Fails(HubProblems.NoTls);
    }

    [Fact]
    public async Task A_port_without_TLS_is_told_at_once()
    {
        _hub.IsPlain = true;
        await Fails(HubProblems.NoTls, Expected with { Timeout = TimeSpan.FromDays(1) });
    }

    [Fact]
    public async Task An_authority_that_is_no_certificate_is_told()
    {
        await Fails(HubProblems.AuthorityUnreadable, Expected with { AuthorityPem = "" });
        await Fails(HubProblems.AuthorityUnreadable, Expected with { AuthorityPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" });
    }

    [Theory]
    [InlineData("/hub/health", 404, "404 page not found", "HUB2010")]
    [InlineData("/hub/health", 503, "no available server", "HUB2011")]
    [InlineData("/hub/health", 502, "Bad Gateway", "HUB2011")]
    [InlineData("/hub/health", 500, "", "HUB2012")]
    [InlineData("/hub/health", 302, "/elsewhere", "HUB2012")]
    [InlineData("/hub/api", 404, "no such page", "HUB2012")]
    [InlineData("/hub/api", 200, "<html>", "HUB2013")]
    [InlineData("/hub/api", 200, "{}", "HUB2013")]
    [InlineData("/hub/api", 200, "[1]", "HUB2013")]
    [InlineData("/hub/api", 200, "{\"version\": 5}", "HUB2013")]
    [InlineData("/hub/login", 200, "<html><title>JupyterHub</title>It works!</html>", "HUB2013")]
    [InlineData("/hub/login", 403, "", "HUB2012")]
    [InlineData("/hub/login", 302, "/somewhere", "HUB2012")]
    public async Task A_page_that_is_not_the_hubs_is_told(string path, int status, string body, string id)
    {
        _hub.Pages[path] = (status, body);
        var error = await Should.ThrowAsync<ProblemException>(() => Verify(Expected));
        var problem = error.Problems.ShouldHaveSingleItem();
        problem.Code.Id.ShouldBe(id);
        (problem.Message + problem.Cause).ShouldContain(status == 200 ? path : $"{status}");
    }

    [Theory]
    [InlineData(200, """<a role="button" class='btn' href='/hub/oauth_login?next=%2Fhub%2F'>Sign in with GitLab</a>""")]
    [InlineData(200, """<div id="login-main" class="container">""")]
    [InlineData(302, "/hub/oauth_login?next=%2Fhub%2F")]
    public async Task A_login_page_may_lead_to_a_provider(int status, string body)
    {
        _hub.Pages["/hub/login"] = (status, body);
        (await Verify(Expected)).Version.ShouldBe("5.5.0");
    }

    [Fact]
    public async Task A_page_made_to_keep_its_reader_busy_does_not()
    {
        _hub.Pages["/hub/login"] = (200, new string('x', 2_000_000));
        await Fails(HubProblems.UnexpectedBody);
        _hub.Pages["/hub/login"] = (200, string.Concat(Enumerable.Repeat("<form action='", 70_000)));
        await Fails(HubProblems.UnexpectedBody);
    }

    [Fact]
    public async Task What_is_not_there_yet_is_waited_for()
    {
        var steps = new Queue<Action>(
        [
            () => (_code, _address) = (ResponseCode.NoError, IPAddress.Loopback),
            () => _hub.Certificate = _authority.Issue(Host),
            () => _hub.Pages["/hub/health"] = (503, ""),
            () => _hub.Pages["/hub/health"] = (200, ""),
        ]);
        (_code, _address) = (ResponseCode.NXDomain, null);
        _hub.Certificate = _stranger.Issue(Host);
        _hub.Pages["/hub/health"] = (404, "404 page not found");
        var statuses = new List<string>();
        using var receiving = TargetProgress.Receive(status =>
        {
            statuses.Add(status);
            steps.Dequeue()();
        });

        var evidence = await Verify(Expected with { Timeout = TimeSpan.FromMinutes(5) });

        evidence.Attempts.ShouldBe(5);
        statuses.ShouldBe(
        [
            $"{Host}: '{Host}' has no address",
            $"{Host}: the certificate is not from the platform's authority",
            $"{Host}: the ingress has no route to the hub",
            $"{Host}: the hub is not available",
        ]);
    }

    [Fact]
    public async Task What_waiting_does_not_mend_is_not_waited_for()
    {
        _hub.Certificate = _authority.Issue("other.data.example.org");
        (await Fails(HubProblems.WrongHost, Expected with { Timeout = TimeSpan.FromDays(1) })).Message.ShouldNotContain("still after");
    }

    [Fact]
    public async Task At_the_deadline_the_last_problem_is_told()
    {
        _hub.Pages["/hub/health"] = (503, "no available server");
        var problem = await Fails(HubProblems.Unavailable, Expected with { Timeout = TimeSpan.FromMilliseconds(300) });
        problem.Message.ShouldBe("the hub is not available, still after 0 s");
        problem.NextStep.ShouldNotBeNull().ShouldContain("kubectl -n jupyterhub logs deployment/hub");
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        _hub.Pages["/hub/health"] = (503, "");
        using var cancellation = new CancellationTokenSource();
        using var receiving = TargetProgress.Receive(_ => cancellation.Cancel());
        await Should.ThrowAsync<OperationCanceledException>(
            () => Verification().VerifyAsync(Expected with { Timeout = TimeSpan.FromDays(1) }, cancellation.Token));
    }

    private HubVerification Verification()
        => new(new DnsClient(_names.Endpoint, new Door(DoorName.Dns) { Retry = DoorRetry.Never }, new DnsClientOptions { Timeout = TimeSpan.FromSeconds(30) }), TimeProvider.System);

    private Task<HubEvidence> Verify(HubExpectation expected) => Verification().VerifyAsync(expected, CancellationToken.None);

    private async Task<Problem> Fails(ProblemCode code, HubExpectation? expected = null)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(() => Verify(expected ?? Expected))).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        return problem;
    }
}
