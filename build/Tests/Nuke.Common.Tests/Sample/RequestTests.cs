using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.Sample;

public sealed class RequestTests : IDisposable
{
    private readonly SampleRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Help_lists_targets_with_dependencies_and_parameters_with_descriptions()
    {
        var result = _run.Execute("--help --no-logo");

        result.ExitCode.ShouldBe(0);
        result.Text.TrimEnd().ShouldBe("""
            Targets (with their direct dependencies):

              Clean               
              Greet (default)      -> CompileSample
                Greets
              Show                
                Shows every parameter
              Umbrella             -> Clean, Greet
              InContext            -> SetUp
              Ask                 
              RunTool             
              Fail                 -> Clean
              AfterFail            -> Fail
              Proceeding          
              AfterProceeding      -> Proceeding
              TidyUp              
              WithCode            
              Conditional          -> Clean
              CompileSample       
              SetUp               
              CleanUp             

            Parameters:

              --count              How often.
              --flag               A flag.
              --flavour            The flavour of the sample.
              --folder             A folder.
              --ingredient         What to cook.
              --kind               A kind.
              --level              A level.
              --name               Who is greeted.
              --password           The password.
              --tags               Several words, which go on and on so that the description of this
                                   parameter does not fit into a single line.

              --continue           Indicates to continue a previously failed build attempt.
              --help               Shows the help text for this build assembly.
              --host               Host for execution. Default is 'automatic'.
              --no-logo            Disables displaying the NUKE logo.
              --plan               Shows the execution plan (HTML).
              --profile            Defines the profiles to load.
              --root               Root directory during build execution.
              --skip               List of targets to be skipped. Empty list skips all dependencies.
              --target             List of targets to be invoked. Default is 'Greet'.
              --verbosity          Logging verbosity during build execution. Default is 'Normal'.
            """);
    }

    [Fact]
    public void Plan_writes_a_page_with_every_target_and_ends()
    {
        var result = _run.Execute("Greet --plan");

        result.ExitCode.ShouldBe(0);
        result.Messages.ShouldNotContain("Hello nobody");
        var page = File.ReadAllText(_run.Temporary / "execution-plan.html");
        page.ShouldContain("<title>NUKE Execution Plan</title>");
        page.ShouldContain("""<g id="Greet" class="target" data-plan="CompileSample Greet">""");
        page.ShouldContain("""<g id="Hidden" class="target unlisted" """);
        page.ShouldContain("""<path class="execution" data-edge="CompileSample Greet" """);
        page.ShouldContain("""<path class="order" data-edge="Clean CompileSample" """);
        page.ShouldContain("""<path class="trigger" data-edge="Fail TidyUp" """);
        page.ShouldContain("""height="30"/><text x=""");
    }

    [Fact]
    public void The_schema_describes_the_builds_own_parameters_and_those_of_every_build()
    {
        _run.Execute("Clean");

        using var schema = JsonDocument.Parse(File.ReadAllText(_run.Root / ".nuke" / "build.schema.json"));
        var root = schema.RootElement;
        root.GetProperty("$schema").GetString().ShouldBe("http://json-schema.org/draft-04/schema#");
        root.GetProperty("allOf")[1].GetProperty("$ref").GetString().ShouldBe("#/definitions/NukeBuild");

        var own = root.GetProperty("allOf")[0].GetProperty("properties");
        own.GetProperty("Count").GetRawText().ShouldBe("""
            {
                      "type": [
                        "integer",
                        "null"
                      ],
                      "description": "How often",
                      "format": "int32"
                    }
            """);
        own.GetProperty("Kind").GetProperty("enum").EnumerateArray().Select(x => x.GetString()).ShouldBe(["Sour", "Sweet"]);
        own.GetProperty("Level").GetProperty("$ref").GetString().ShouldBe("#/definitions/SampleLevel");
        own.GetProperty("Password").GetProperty("default").GetString().ShouldBe("Secrets must be entered via 'nuke :secrets [profile]'");
        own.GetProperty("Setting").GetProperty("$ref").GetString().ShouldBe("#/definitions/SampleSetting");
        own.GetProperty("Tags").GetProperty("items").GetProperty("type").GetString().ShouldBe("string");
        root.GetProperty("definitions").GetProperty("NukeBuild").GetProperty("properties").EnumerateObject().Select(x => x.Name)
            .ShouldBe(["Continue", "Help", "Host", "NoLogo", "Partition", "Plan", "Profile", "Root", "Skip", "Target", "Verbosity"]);
        root.GetProperty("definitions").GetProperty("ExecutableTarget").GetProperty("enum").EnumerateArray().Select(x => x.GetString())
            .ShouldContain("Greet");
    }

    [Fact]
    public void A_schema_that_is_up_to_date_is_not_written_again()
    {
        _run.Execute("Clean");
        var schema = _run.Root / ".nuke" / "build.schema.json";
        File.SetLastWriteTimeUtc(schema, DateTime.UnixEpoch);

        _run.Execute("Clean");

        File.GetLastWriteTimeUtc(schema).ShouldBe(DateTime.UnixEpoch);
        File.ReadAllText(_run.Root / ".nuke" / "parameters.json").ShouldContain("\"$schema\": \"./build.schema.json\"");
    }

    [Fact]
    public void A_repository_that_cannot_be_written_can_be_built()
    {
        // Directories where files belong, and a file where a directory does, stop even a privileged user.
        _run.WithFile(".nuke/temp", "not a directory");
        (_run.Root / ".nuke" / "build.schema.json").CreateDirectory();

        var result = _run.Execute("Greet");

        result.ExitCode.ShouldBe(0);
        result.Messages.ShouldContain("Hello nobody");
    }

    [Fact]
    public void A_directory_outside_of_every_repository_is_refused_without_a_stack_trace()
    {
        (_run.Root / ".nuke").DeleteDirectory();

        var result = _run.Execute("Greet");

        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("Could not locate '.nuke' directory/file while walking up from");
        result.Text.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_root_can_be_given()
    {
        var elsewhere = _run.Root / "elsewhere";
        (elsewhere / ".nuke").CreateDirectory();

        _run.Execute($"Show --root {elsewhere} --folder x");

        (elsewhere / ".nuke" / "temp" / "build.log").FileExists().ShouldBeTrue();
        (_run.Temporary / "build.log").FileExists().ShouldBeFalse();
    }
}
