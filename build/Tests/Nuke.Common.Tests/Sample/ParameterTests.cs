using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Sample;

public sealed class ParameterTests : IDisposable
{
    private readonly SampleRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void An_initializer_stands_when_nobody_gives_a_value() =>
        _run.Execute("Show").Messages.ShouldContain("Name=nobody");

    [Fact]
    public void The_default_parameters_file_beats_the_initializer()
    {
        _run.WithFile(".nuke/parameters.json", """{ "Name": "file" }""");

        _run.Execute("Show").Messages.ShouldContain("Name=file");
    }

    [Fact]
    public void A_profile_beats_the_default_file_and_the_last_named_profile_wins()
    {
        _run.WithFile(".nuke/parameters.json", """{ "Name": "file" }""")
            .WithFile(".nuke/parameters.one.json", """{ "Name": "one", "Flavour": "one" }""")
            .WithFile(".nuke/parameters.two.json", """{ "Name": "two" }""");

        var result = _run.Execute("Show --profile one two");

        result.Messages.ShouldContain("Name=two");
        result.Messages.ShouldContain("Flavour=one");
    }

    [Fact]
    public void An_environment_variable_beats_the_files()
    {
        _run.WithFile(".nuke/parameters.json", """{ "Name": "file" }""").WithVariable("NUKE_NAME", "environment");

        _run.Execute("Show").Messages.ShouldContain("Name=environment");
    }

    [Fact]
    public void The_command_line_beats_the_environment()
    {
        _run.WithFile(".nuke/parameters.json", """{ "Name": "file" }""").WithVariable("NAME", "environment");

        _run.Execute("Show --name command-line").Messages.ShouldContain("Name=command-line");
    }

    [Fact]
    public void A_profile_without_a_file_fails_and_names_the_file()
    {
        var result = _run.Execute("Show --profile missing");

        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("parameters.missing.json");
    }

    [Fact]
    public void Values_are_converted_to_the_types_of_their_members()
    {
        var result = _run.Execute("Show --count 3 --flag --level hIGH --kind sour --tags a+b --partition 2/3 --flavour sweet");

        result.Messages.ShouldContain("Count=3");
        result.Messages.ShouldContain("Flag=True");
        result.Messages.ShouldContain("Level=High");
        result.Messages.ShouldContain("Kind=Sour");
        result.Messages.ShouldContain("Tags=a|b");
        result.Messages.ShouldContain("Partition=2/3");
        result.Messages.ShouldContain("Flavour=sweet");
    }

    [Fact]
    public void A_flag_can_be_turned_off_and_array_elements_can_be_separate_arguments()
    {
        var result = _run.WithVariable("FLAG", "true").Execute("Show --flag false --tags a b");

        result.Messages.ShouldContain("Flag=False");
        result.Messages.ShouldContain("Tags=a|b");
    }

    [Fact]
    public void A_path_is_relative_to_the_working_directory_on_the_command_line_and_to_the_root_in_a_file()
    {
        _run.WithFile(".nuke/parameters.json", """{ "Folder": "from/file" }""");
        (_run.Root / "inner").CreateDirectory();

        _run.Execute("Show").Messages.ShouldContain($"Folder={_run.Root}/from/file");
        _run.Execute("Show --folder from/arguments").Messages.ShouldContain($"Folder={_run.Root}/from/arguments");
    }

    [Fact]
    public void A_parameters_file_can_hold_structured_values()
    {
        _run.WithFile(".nuke/parameters.json", """
            {
              // Comments are fine.
              "Setting": { "Key": "value", "Numbers": [1, 2] },
              "Count": 4,
              "Flag": true,
              "Tags": [ "a", "b" ],
            }
            """);

        var result = _run.Execute("Show");

        result.Messages.ShouldContain("Setting=value");
        result.Messages.ShouldContain("Count=4");
        result.Messages.ShouldContain("Flag=True");
        result.Messages.ShouldContain("Tags=a|b");
    }

    [Fact]
    public void An_unconvertible_value_is_warned_of_and_the_build_goes_on()
    {
        var result = _run.Execute("Show --count many");

        result.ExitCode.ShouldBe(0);
        result.Text.ShouldContain("[WRN] Could not inject value for Build.Count");
        result.Text.ShouldContain("Value 'many' could not be converted to 'int?'");
        result.Messages.ShouldContain("Count=null");
    }

    [Fact]
    public void An_unknown_option_is_ignored() =>
        _run.Execute("Show --no-such-option value --name x").Messages.ShouldContain("Name=x");

    [Fact]
    public void A_missing_requirement_fails_before_any_target_runs()
    {
        var result = _run.Execute("Clean Ask");

        result.ExitCode.ShouldBe(255);
        result.Text.ShouldContain("Target 'Ask' requires member 'Ingredient' to be not null or empty");
        result.Summary.ShouldBe(["Clean NotRun", "Ask NotRun"], ignoreOrder: true);
        result.Messages.ShouldNotContain("Cleaning");
    }

    [Fact]
    public void A_secret_on_the_command_line_is_printed_nowhere()
    {
        var result = _run.Execute("Show RunTool --password hunter2 --count many --verbosity verbose");

        result.Messages.ShouldContain("Password has 7 characters");
        result.Messages.ShouldContain("the password is [REDACTED]");
        result.Text.ShouldNotContain("hunter2");
        Directory.GetFiles(_run.Temporary, "*.log").ShouldAllBe(x => !File.ReadAllText(x).Contains("hunter2"));
    }

    [Fact]
    public void A_secret_in_a_file_is_read_with_its_profiles_password()
    {
        _run.WithFile(".nuke/parameters.prod.json", $$"""{ "Password": "{{EncryptionUtility.Encrypt("hunter2", "key")}}" }""")
            .WithVariable("PARAMS_PROD_KEY", "key");

        _run.Execute("Show --profile prod").Messages.ShouldContain("Password has 7 characters");
    }

    [Fact]
    public void A_secret_in_clear_text_is_refused_and_not_shown()
    {
        var result = _run.WithFile(".nuke/parameters.json", """{ "Password": "hunter2" }""").Execute("Show");

        result.Text.ShouldContain("Value of secret 'Password' is not encrypted");
        result.Messages.ShouldContain("Password has 0 characters");
        result.Text.ShouldNotContain("hunter2");
    }
}
