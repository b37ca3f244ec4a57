using System.ComponentModel;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace JupyterHub.Pipeline.Tests.Execution;

public sealed class StrictCommandLineTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("strict-");

    public StrictCommandLineTests() => _root.CreateSubdirectory(".nuke");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("DeployOnPrem --hub-environment onprem-rehearsal")]
    [InlineData("deploy-on-prem Verify --HubEnvironment x")]
    [InlineData("--target Verify+DeployOnPrem --skip verify")]
    [InlineData("Verify --skip")]
    [InlineData("Verify --retries 3 --dry --no-logo --verbosity quiet --colour GREEN")]
    [InlineData("Verify --dry false --hosts a b c --ports 1,2")]
    [InlineData("Verify --parts /tmp/x --root --plan --strict")]
    [InlineData("Verify --host terminal --continue")]
    [InlineData(":complete Ver")]
    public void What_NUKE_understands_is_accepted(string arguments) => Check(arguments).ShouldBeEmpty();

    [Theory]
    [InlineData("--hub-enviroment x", "HUB1901 command line: there is no option '--hub-enviroment'; did you mean '--hub-environment'?")]
    [InlineData("-environmnt x", "HUB1901 command line: there is no option '-environmnt'")]
    [InlineData("--retries=3", "HUB1901 command line: '--retries=3' can't be read")]
    [InlineData("--retries three", "HUB1902 command line: '--retries': 'three' is not a whole number")]
    [InlineData("--retries 1 2", "HUB1902 command line: '--retries' takes one value, not 2: 1 2")]
    [InlineData("--retries", "HUB1904 command line: '--retries' lacks its value: a whole number")]
    [InlineData("--hub-environment", "HUB1904 command line: '--hub-environment' lacks its value: a text")]
    [InlineData("--dry maybe", "HUB1902 command line: '--dry': 'maybe' is neither 'true' nor 'false'")]
    [InlineData("--ports 1,x", "HUB1902 command line: '--ports': 'x' is not a whole number")]
    [InlineData("--verbosity loud", "HUB1902 command line: '--verbosity': 'loud' is none of Verbose, Normal, Minimal, Quiet")]
    [InlineData("--colour blu", "HUB1902 command line: '--colour': 'blu' is none of Blue, Green; did you mean 'Blue'?")]
    [InlineData("--host Nowhere", "HUB1902 command line: '--host': 'Nowhere' is none of ")]
    [InlineData("DeployOnPerm", "HUB1903 command line: there is no target 'DeployOnPerm'; did you mean 'DeployOnPrem'?")]
    [InlineData("Verify --skip Verfy", "HUB1903 command line: there is no target 'Verfy'; did you mean 'Verify'?")]
    public void What_NUKE_would_pass_over_is_refused(string arguments, string expected) =>
        Check(arguments).ShouldHaveSingleItem().ToString().ShouldStartWith(expected);

    [Fact]
    public void A_target_behind_an_option_is_explained()
    {
        Check("--retries 3 Verify").ShouldHaveSingleItem().NextStep.ShouldBe("Put targets before the first option: Verify --retries 3");
        Check("--dry Verify").ShouldHaveSingleItem().NextStep.ShouldBe("Put targets before the first option: Verify --dry");
    }

    [Fact]
    public void Everything_is_reported_at_once() =>
        Check("Verfy --retries x --nope", new() { ["DRY"] = "maybe" }).Select(problem => problem.Code.Id).ShouldBe(["HUB1903", "HUB1902", "HUB1901", "HUB1902"]);

    [Theory]
    [InlineData("RETRIES", "RETRIES is taken for '--retries', but 'x' is not a whole number")]
    [InlineData("Nuke_Retries", "Nuke_Retries is taken for '--retries', but 'x' is not a whole number")]
    public void A_value_from_the_environment_is_refused_with_its_source(string variable, string expected)
    {
        var problem = Check("", new() { [variable] = "x" }).ShouldHaveSingleItem();
        problem.Message.ShouldBe(expected);
        problem.Location.ShouldBe("environment");
        Check("--retries 3", new() { [variable] = "x" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_target_from_the_environment_has_to_exist()
    {
        Check("", new() { ["TARGET"] = "x86_64" }).ShouldHaveSingleItem().Message.ShouldBe("TARGET is taken for '--target', but there is no target 'x86_64'");
        Check("Verify", new() { ["TARGET"] = "x86_64" }).ShouldBeEmpty();
    }

    [Fact]
    public void Two_variables_for_one_parameter_are_refused() =>
        Check("", new() { ["NUKE_RETRIES"] = "1", ["re_tries"] = "2" }).ShouldHaveSingleItem().Message.ShouldContain("are both taken for '--retries'");

    [Fact]
    public void A_parameters_file_is_checked_at_its_places()
    {
        Write("parameters.json", """
            {
              "$schema": "./build.schema.json",
              // comments are allowed
              "Retries": "many",
              "HubEnvironment": "onprem-berlin",
              "HubEnviroment": "x",
              "Ports": [1, 2],
              "Dry": true,
            }
            """);
        Check("").Select(problem => problem.ToString().Split('\n')[0]).ShouldBe(
        [
            "HUB1902 .nuke/parameters.json:4:3: 'Retries': 'many' is not a whole number",
            "HUB1901 .nuke/parameters.json:6:3: there is no parameter 'HubEnviroment'; did you mean 'HubEnvironment'?",
        ]);
    }

    [Fact]
    public void A_parameters_file_that_is_no_JSON_is_refused_at_its_place()
    {
        Write("parameters.json", "{\n  \"Retries\": \n}");
        Check("").ShouldHaveSingleItem().Location.ShouldBe(".nuke/parameters.json:3:1");
    }

    [Fact]
    public void A_profile_without_a_file_is_refused_with_the_nearest_one()
    {
        Write("parameters.production.json", "{}");
        Check("--profile producton").ShouldHaveSingleItem().Message.ShouldBe("the profile 'producton' has no file; did you mean 'production'?");
        Check("--profile production").ShouldBeEmpty();
    }

    [Fact]
    public void Outside_of_a_repository_nothing_starts()
    {
        var folder = Path.GetPathRoot(_root.FullName)!;
        StrictCommandLine.Check(typeof(StrictSample), [], new Dictionary<string, string>(), folder).ShouldHaveSingleItem().Code.Id.ShouldBe("HUB1908");
    }

    [Fact]
    public async Task The_build_refuses_before_anything_runs()
    {
        using var build = new SampleProcess();
        await build.RunAsync("Left Rihgt --cuont 3 --verbosity loud");
        build.ExitCode.ShouldBe(255);
        build.Lines.Where(line => line.StartsWith("HUB")).Select(line => line[..7]).ShouldBe(["HUB1903", "HUB1901", "HUB1902"]);
        build.Output.ShouldNotContain("left 1");
        build.Output.ShouldNotContain("   at ");
    }

    private IReadOnlyList<Problem> Check(string arguments, Dictionary<string, string>? variables = null) =>
        StrictCommandLine.Check(typeof(StrictSample), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), variables ?? [], _root.FullName);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_root.FullName, ".nuke", file), content);

    [TypeConverter(typeof(TypeConverter<Colour>))]
    public sealed class Colour : Enumeration
    {
        public static Colour Blue = new() { Value = nameof(Blue) };
        public static Colour Green = new() { Value = nameof(Green) };
    }

    [ParameterPrefix("Hub")]
    private interface IHazEnvironment : INukeBuild
    {
        [Parameter]
        string? Environment => TryGetValue(() => Environment);

        Target Verify => _ => _;
    }

    private sealed class StrictSample : NukeBuild, IHazEnvironment
    {
        [Parameter]
        public int Retries { get; set; }

        [Parameter]
        public bool? Dry { get; set; }

        [Parameter]
        public readonly string[] Hosts = [];

        [Parameter(Separator = ",")]
        public readonly int[] Ports = [];

        [Parameter]
        public Colour? Colour { get; set; }

        [Parameter]
        public AbsolutePath? Parts { get; set; }

        public Target DeployOnPrem => _ => _;
    }
}
