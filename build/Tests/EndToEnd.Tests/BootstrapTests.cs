using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary><c>build.sh</c>: when it compiles, and what it says where it cannot.</summary>
public sealed class BootstrapTests
{
    private const string Compiling = "Compiling the build";

    [Fact]
    public async Task The_compiled_build_starts_without_compiling_and_its_exit_code_is_kept()
    {
        using var checkout = await Checkout.OpenAsync();
        (await checkout.RunAsync("--help")).ShouldSucceed().Output.ShouldNotContain(Compiling);
        var failing = await checkout.RunAsync("NoSuchTarget");
        failing.ExitCode.ShouldBe(255);
        failing.Output.ShouldNotContain(Compiling);
    }

    [Fact]
    public async Task Two_invocations_at_once_after_an_edit_compile_it_once_and_both_succeed()
    {
        using var checkout = await Checkout.OpenAsync();
        var program = checkout.Read("build/Pipeline/Components/IVerifyHub.cs");
        checkout.Write("build/Pipeline/Components/IVerifyHub.cs", program.Replace("Resolves the hub's name", "Edited just now"));
        var both = await Task.WhenAll(checkout.RunAsync("--help"), checkout.RunAsync("--help"));
        both.ShouldAllBe(run => run.ExitCode == 0);
        both.Count(run => run.Output.Contains(Compiling)).ShouldBe(1);
        both.ShouldAllBe(run => run.Output.Contains("Edited just now"));
    }

    [Theory]
    [InlineData("Directory.Packages.props", null)]
    [InlineData("build/Pipeline/JupyterHub.Pipeline.csproj", null)]
    [InlineData("build/Rehearsal/Charts/traefik/values.yaml", null)]
    [InlineData("global.json", null)]
    [InlineData(null, "upstream")]
    public async Task An_edit_to_any_input_and_the_edition_switch_compile_anew(string? edited, string? edition)
    {
        using var checkout = await Checkout.OpenAsync();
        if (edited is not null)
            checkout.Write(edited, checkout.Read(edited) + "\n");
        // It is about when the SDK is called, so it is not called: this one stands in for it and fails.
        var path = checkout.ToolPath(("dotnet", $"#!/bin/sh\n[ \"$1\" = --version ] && echo 10.0.100 && exit 0\necho 'PackageEdition is '$PackageEdition; echo \"$@\"; exit 1\n"));
        var run = await checkout.RunAsync(["--help"], new Dictionary<string, string?> { ["PATH"] = path, ["PackageEdition"] = edition });
        run.ShouldFail("HUB1992").ShouldSay(Compiling, "publish ", $"PackageEdition is {edition}");
        run.ExitCode.ShouldBe(1);

        (await checkout.RunAsync(["--help"], new Dictionary<string, string?> { ["PATH"] = path, ["PackageEdition"] = edition })).ShouldFail("HUB1992");
    }

    [Fact]
    public async Task An_edit_that_does_not_compile_is_told_and_undoing_it_starts_the_build_that_did()
    {
        using var checkout = await Checkout.OpenAsync();
        const string edited = "build/Editions/CliWrap/Cli.cs";
        // Moved away and back, it keeps its time.
        File.Move(checkout.Path(edited), checkout.Path("Cli.cs.kept"));
        checkout.Write(edited, "not C#\n");
        (await checkout.RunAsync("--help")).ShouldFail("HUB1992").ShouldSay(Compiling, "Cli.cs(", ".nuke/temp/build/compile.log");
        File.Move(checkout.Path("Cli.cs.kept"), checkout.Path(edited), overwrite: true);
        (await checkout.RunAsync("--help")).ShouldSucceed().Output.ShouldNotContain(Compiling);
    }

    [Fact]
    public async Task Without_the_SDK_and_without_a_network_it_says_what_to_install()
    {
        using var checkout = await Checkout.OpenAsync();
        Directory.Delete(checkout.Path(".nuke/temp/build"), recursive: true);
        var path = checkout.ToolPath(("curl", "#!/bin/sh\necho 'curl: (6) Could not resolve host' >&2\nexit 6\n"));
        var run = await checkout.RunAsync(["--help"], new Dictionary<string, string?> { ["PATH"] = path });
        run.ShouldFail("HUB1991").ShouldSay("cause: https://dot.net/v1/dotnet-install.sh does not answer", "next:  install the .NET SDK 10.0.");
        run.ExitCode.ShouldBe(1);
        run.Codes.Count.ShouldBe(1, "one error");
    }

    [UnprivilegedFact]
    public async Task A_checkout_that_cannot_be_written_says_so_once()
    {
        using var checkout = await Checkout.OpenAsync();
        Directory.Delete(checkout.Path(".nuke/temp/build"), recursive: true);
        var stale = await Unprivileged.RunAsync(checkout, "--help");
        stale.ShouldFail("HUB1990").ShouldSay("the checkout is read-only for ");
        stale.Codes.Count.ShouldBe(1, "one error");
    }

    [UnprivilegedFact]
    public async Task A_compiled_build_in_a_checkout_that_cannot_be_written_fails_with_one_error_too()
    {
        using var checkout = await Checkout.OpenAsync();
        var run = await Unprivileged.RunAsync(checkout, "ProvisionCluster");
        run.ExitCode.ShouldNotBe(0);
        run.ShouldBeFreeOfStackTraces();
        run.Codes.Distinct().Count().ShouldBe(1, run.Output);
        run.Output.ShouldContain("next:");
    }
}
