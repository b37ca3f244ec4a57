using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

public sealed class SecretTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task A_variable_that_is_not_set_is_named()
    {
        (await ProvisionAsync("by-variable", "env: END_TO_END_TSIG")).ShouldFail("HUB1202")
            .ShouldSay("environments/by-variable.yaml:3:33: dns.bind9.tsig.secret", "END_TO_END_TSIG");
    }

    [Fact]
    public async Task A_command_that_fails_is_told_with_what_it_said()
    {
        (await ProvisionAsync("by-command", "command: [sh, -c, 'echo the vault is sealed >&2; exit 3']")).ShouldFail("HUB1205")
            .ShouldSay("dns.bind9.tsig.secret", "exited with code 3", "cause: the vault is sealed");
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused_and_its_content_not_shown()
    {
        const string secret = "d29ybGQtcmVhZGFibGUtc2VjcmV0";
        _checkout.Write("environments/tsig.secret", secret);
        File.SetUnixFileMode(_checkout.Path("environments/tsig.secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var run = (await ProvisionAsync("by-file", "file: tsig.secret")).ShouldFail("HUB1204").ShouldSay("dns.bind9.tsig.secret", "Run: chmod 600 ");
        run.Output.ShouldNotContain(secret);
        _checkout.Log.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_secret_that_is_written_down_is_refused_and_not_repeated()
    {
        const string secret = "d3JpdHRlbi1kb3duLXNlY3JldA==";
        _checkout.Rehearsal("by-value", $"dns: {{ bind9: {{ tsig: {{ secret: {secret} }} }} }}\n");
        var run = (await _checkout.RunAsync("ValidateEnvironment", "--hub-environment", "by-value")).ShouldFail("HUB1201");
        run.ShouldSay("environments/by-value.yaml:3:33");
        run.Output.ShouldNotContain(secret);
        _checkout.Log.ShouldNotContain(secret);
    }

    private Task<BuildRun> ProvisionAsync(string name, string reference)
    {
        _checkout.Rehearsal(name, $"dns: {{ bind9: {{ tsig: {{ secret: {{ rehearsal: null, {reference} }} }} }} }}\n");
        return _checkout.RunAsync("ProvisionCluster", "--hub-environment", name);
    }
}
