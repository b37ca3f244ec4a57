using System.Text;
using JupyterHub.Pipeline.Certificates;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Hub;
using JupyterHub.Pipeline.Kubernetes;
using JupyterHub.Pipeline.Reporting;
using Serilog;

namespace JupyterHub.Pipeline.Components;

public sealed partial class Deployment
{
    /// <summary>Looks at the hub as a user does, through the platform's own DNS server and with the platform's authority.</summary>
    public async Task VerifyHubAsync()
    {
        var names = new DnsClient(NameServer(Environment.Dns.Bind9), Run.Doors.Dns);
        var evidence = await new HubVerification(names, Run.Time).VerifyAsync(new HubExpectation
        {
            Host = Environment.Hub.Host,
            Addresses = [Environment.Ingress.Address],
            Port = Endpoints.HttpsPort,
            AuthorityPem = await AuthorityAsync(),
            Namespace = Environment.Hub.Namespace,
            Timeout = Environment.Timeouts.Ready,
        }, Run.Cancellation);
        Log.Information("{Host} is {Address}; JupyterHub {Version} answers at {Page}", Environment.Hub.Host, evidence.Address.ToString(), evidence.Version, evidence.LoginPage.ToString());
        Log.Information("Its certificate is from {Issuer} and valid until {NotAfter}", evidence.CertificateIssuer, evidence.CertificateNotAfter.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Serves what is there until the run is interrupted.</summary>
    public async Task ServeAsync()
    {
        Log.Information("{Command}", Endpoints.Command("kubectl", "get pods --all-namespaces"));
        if (Endpoints.NameServer is { } server)
            Log.Information("dig @{Address} -p {Port} {Host}", server.Address.ToString(), server.Port, Environment.Hub.Host);
        // Before it is said: whoever reads the line may interrupt at once.
        Run.Lifetime.ServeUntilInterrupted();
        Log.Information("{Hub} (Ctrl-C ends it)", HubUrl().ToString());
        await Task.Delay(Timeout.InfiniteTimeSpan, Run.Time, Run.Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>Tells the operator where the hub is and how to get in.</summary>
    public void Summarize()
    {
        var rehearsed = Environment.Cluster.Provider == ClusterProvider.Rehearsal;
        Run.Summary = new DeploymentSummary(HubUrl())
        {
            AuthorityFile = Relative(_folders.Authority(Environment.Name)),
            LogIn = LogIn(rehearsed),
            More = [("kubeconfig", Relative(Endpoints.Kubeconfig)), .. rehearsed ? [("serve it", $"./build.sh StartRehearsal{Named()}")] : Array.Empty<(string, string)>()],
            Writes = Run.Doors.Writes,
        };
    }

    private string Named() => Environment.Name == DefaultEnvironment ? "" : $" --hub-environment {Environment.Name}";

    private string Relative(string path) => Path.GetRelativePath(_folders.Root, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;

    private IReadOnlyList<string> LogIn(bool rehearsed)
    {
        var authenticator = Environment.Hub.Authenticator;
        if (authenticator.Dummy is { } dummy)
        {
            var file = Path.Combine(_folders.Rehearsals, Environment.Name, "secrets", dummy.Password.Target);
            return [rehearsed ? $"any user name, the password in {Relative(file)}" : $"any user name, the password of {dummy.Password}"];
        }
        return authenticator.Oauth is { } oauth ? [$"with {oauth.LoginService}"]
            : authenticator.Ldap is { } ldap ? [$"with the account of {ldap.Server}"]
            : ["with an account made on the sign-up page"];
    }

    private Uri HubUrl() => new UriBuilder(Uri.UriSchemeHttps, Environment.Hub.Host, Endpoints.HttpsPort).Uri;

    /// <summary>The authority that signed the hub's certificate, from the cluster, kept as a file for the hub's users.</summary>
    private async Task<string> AuthorityAsync()
    {
        var secret = await Cluster.GetAsync(new ObjectReference("v1", "Secret", Environment.Hub.Namespace, CertManager.HubSecret), Run.Cancellation);
        var data = secret?["data"];
        // A certificate that was brought along carries its chain instead of an authority of its own.
        var encoded = (string?)data?["ca.crt"] ?? (string?)data?["tls.crt"] ?? "";
        var pem = Encoding.ASCII.GetString(Convert.FromBase64String(encoded));
        var path = _folders.Authority(Environment.Name);
        if (!File.Exists(path) || await File.ReadAllTextAsync(path, Run.Cancellation) != pem)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, pem, Run.Cancellation);
        }
        return pem;
    }
}
