using System.Globalization;
using System.Text;

using CliWrap;
using CliWrap.Buffered;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>Other people's clients accept the rehearsal's server: dig and nsupdate.</summary>
[Requires("nsupdate", Programs.InstallBind)]
public sealed class OtherClientsTests(RehearsalFixture server) : IClassFixture<RehearsalFixture>
{
    private readonly string _port = server.Endpoint.Port.ToString(CultureInfo.InvariantCulture);

    [Spec]
    public async Task Nsupdate_updates_and_dig_reads()
    {
        (await Nsupdate("update add www.nsupdate.example.test 300 A 192.0.2.1", "update add www.nsupdate.example.test 300 TXT \"a b\" \"c\"")).ExitCode.ShouldBe(0);
        (await Dig("www.nsupdate.example.test", "A", "+short")).ShouldBe("192.0.2.1\n");
        (await Dig("www.nsupdate.example.test", "TXT", "+short", "+tcp")).ShouldBe("\"a b\" \"c\"\n");

        (await Nsupdate("update delete www.nsupdate.example.test")).ExitCode.ShouldBe(0);
        (await Dig("www.nsupdate.example.test", "A")).ShouldContain("status: NXDOMAIN");
    }

    [Spec]
    public async Task Nsupdate_without_naming_the_zone_finds_it()
    {
        (await Run("nsupdate", ["-y", SignedBy], $"server 127.0.0.1 {_port}\nupdate add found.nsupdate.example.test 300 A 192.0.2.2\nsend\n"))
            .ExitCode.ShouldBe(0);
        (await Dig("found.nsupdate.example.test", "A", "+short")).ShouldBe("192.0.2.2\n");
    }

    [Spec]
    public async Task Nsupdate_hears_why_it_is_refused()
    {
        const string line = "update add refused.example.test 300 A 192.0.2.1";
        (await NsupdateAs(SignedBy, "update add refused.example.test 300 NS ns.example.test.")).StandardError.ShouldContain("REFUSED");
        (await NsupdateAs(null, line)).StandardError.ShouldContain("REFUSED");
        (await NsupdateAs("hmac-sha256:hub-key:d3Jvbmc=", line)).StandardError.ShouldContain("NOTAUTH(BADSIG)");
        (await NsupdateAs("hmac-sha256:no-such-key:d3Jvbmc=", line)).StandardError.ShouldContain("NOTAUTH(BADKEY)");
        (await NsupdateAs(SignedBy, "update add outside.test 300 A 192.0.2.1")).StandardError.ShouldContain("NOTZONE");
        (await NsupdateAs(SignedBy, "prereq nxdomain ns.example.test", line)).StandardError.ShouldContain("YXDOMAIN");
    }

    [Spec]
    public async Task Dig_transfers_the_zone_with_the_key_only()
    {
        foreach (var chunk in Enumerable.Range(0, 400).Chunk(100))
            (await Nsupdate([.. chunk.Select(i => $"update add n{i}.dig.example.test 300 TXT \"{new string('x', 200)}\"")])).ExitCode.ShouldBe(0);

        var transfer = await Dig("example.test", "AXFR", "-y", SignedBy);
        transfer.ShouldNotContain("Transfer failed");
        transfer.ShouldNotContain("WARNING");
        transfer.ShouldNotContain("could not be validated");
        transfer.Split('\n').Count(line => line.Contains(".dig.example.test.", StringComparison.Ordinal)).ShouldBe(400);
        transfer.ShouldMatch(@"XFR size: \d+ records \(messages [2-9]\d*, bytes \d+\)");

        (await Dig("example.test", "AXFR")).ShouldContain("Transfer failed");
        (await Dig("example.test", "IXFR=1", "-y", SignedBy)).ShouldContain("XFR size");
    }

    [Spec]
    public async Task Dig_sees_authority_EDNS_and_a_verified_signature()
    {
        var answer = await Dig("example.test", "SOA", "-y", SignedBy);
        answer.ShouldContain("status: NOERROR");
        answer.ShouldMatch("flags: qr aa");
        answer.ShouldContain("EDNS: version: 0, flags:; udp: 1232");
        answer.ShouldContain("TSIG PSEUDOSECTION");
        answer.ShouldNotContain("Couldn't verify signature");
        (await Dig("nowhere.example.test", "A")).ShouldContain("AUTHORITY: 1");
        (await Dig("elsewhere.test", "A")).ShouldContain("status: REFUSED");
        (await Dig("EXAMPLE.test", "NS", "+short")).ShouldBe("ns.example.test.\n");
    }

    private static string SignedBy => $"hmac-sha256:hub-key:{SpecSetup.Secret}";

    private Task<BufferedCommandResult> Nsupdate(params string[] lines) => NsupdateAs(SignedBy, lines);

    private Task<BufferedCommandResult> NsupdateAs(string? key, params string[] lines)
        => Run("nsupdate", key is null ? [] : ["-y", key], $"server 127.0.0.1 {_port}\nzone example.test\n{string.Join('\n', lines)}\nsend\n");

    private async Task<string> Dig(params string[] arguments)
        => (await Run("dig", ["@127.0.0.1", "-p", _port, "+time=20", "+tries=1", .. arguments], "")).StandardOutput;

    private static async Task<BufferedCommandResult> Run(string program, IReadOnlyList<string> arguments, string input)
        => await Cli.Wrap(Programs.Find(program)!)
            .WithArguments(arguments)
            .WithStandardInputPipe(PipeSource.FromString(input, Encoding.UTF8))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
