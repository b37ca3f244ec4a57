using System.Net.Sockets;
using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Dns;
using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>The deployed platform, served by <c>StartRehearsal</c>.</summary>
public sealed partial class ServedRehearsal(Deployed deployed) : IAsyncLifetime
{
    private BuildProcess _build = null!;

    internal Checkout Checkout => deployed.Checkout;

    internal Uri Hub { get; private set; } = null!;

    internal string AuthorityPem { get; private set; } = "";

    internal string Kubeconfig { get; private set; } = "";

    internal DnsServerEndpoint NameServer { get; private set; } = null!;

    /// <summary>Whether the hub answered before the rehearsal was started.</summary>
    internal bool AnsweredBefore { get; private set; }

    public async Task InitializeAsync()
    {
        Hub = new Uri(deployed.First.ShouldSucceed().Summary("JupyterHub"));
        AuthorityPem = Checkout.Read(deployed.First.Summary("authority"));
        Kubeconfig = Checkout.Path(deployed.First.Summary("kubeconfig"));
        AnsweredBefore = await AnswersAsync();
        _build = Checkout.Start(["StartRehearsal"]);
        await _build.LineAsync(line => line.Contains("(Ctrl-C ends it)"));
        var dig = Dig().Match(await _build.LineAsync(line => line.Contains(" dig @")));
        NameServer = new DnsServerEndpoint(dig.Groups[1].Value, int.Parse(dig.Groups[2].Value));
    }

    public async Task DisposeAsync()
    {
        await _build.SignalAsync("INT");
        await _build.Completion;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Hub.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"dig @(\S+) -p (\d+)")]
    private static partial Regex Dig();
}
