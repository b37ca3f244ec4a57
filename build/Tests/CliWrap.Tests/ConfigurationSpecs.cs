namespace CliWrap.Tests;

public sealed class ConfigurationSpecs
{
    [Fact]
    public void A_new_command_has_the_documented_defaults()
    {
        var command = Cli.Wrap("foo");

        command.TargetFilePath.ShouldBe("foo");
        command.Arguments.ShouldBeEmpty();
        command.WorkingDirPath.ShouldBe(Directory.GetCurrentDirectory());
        command.EnvironmentVariables.ShouldBeEmpty();
        command.Validation.ShouldBe(CommandResultValidation.ZeroExitCode);
        command.Credentials.ShouldBeSameAs(Credentials.Default);
        command.ResourcePolicy.ShouldBeSameAs(ResourcePolicy.Default);
        command.StandardInputPipe.ShouldBeSameAs(PipeSource.Null);
        command.StandardOutputPipe.ShouldBeSameAs(PipeTarget.Null);
        command.StandardErrorPipe.ShouldBeSameAs(PipeTarget.Null);
    }

    [Fact]
    public void Every_change_leaves_the_original_as_it_was_and_changes_one_thing()
    {
        var original = Cli.Wrap("foo").WithArguments("a").WithWorkingDirectory("/one");

        var changed = original.WithArguments(["b", "c d"]);

        original.Arguments.ShouldBe("a");
        changed.Arguments.ShouldBe("b \"c d\"");
        changed.TargetFilePath.ShouldBe("foo");
        changed.WorkingDirPath.ShouldBe("/one");
        changed.ToString().ShouldBe("foo b \"c d\"");
        original.WithTargetFile("bar").TargetFilePath.ShouldBe("bar");
        original.WithValidation(CommandResultValidation.None).Validation.ShouldBe(CommandResultValidation.None);
        original.TargetFilePath.ShouldBe("foo");
    }

    [Fact]
    public void Arguments_are_formatted_invariantly_and_escaped_unless_told_otherwise()
    {
        var command = Cli.Wrap("foo").WithArguments(builder => builder
            .Add("-a")
            .Add("foo bar")
            .Add("\"foo\\\\bar\"")
            .Add(3.14)
            .Add(["foo", "bar baz"])
            .Add([-5, 89.13m])
            .Add("raw value", escape: false));

        command.Arguments.ShouldBe(
            "-a \"foo bar\" \"\\\"foo\\\\bar\\\"\" 3.14 foo \"bar baz\" -5 89.13 raw value");
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("two words")]
    [InlineData("tab\there")]
    [InlineData("line\nbreak")]
    [InlineData("\"")]
    [InlineData("say \"hi\"")]
    [InlineData("back\\slash")]
    [InlineData("ends in backslash and space \\")]
    [InlineData("\\\\\"")]
    [InlineData("C:\\Program Files\\\\")]
    [InlineData("$HOME `id` ; rm -rf * 'x' | y")]
    [InlineData("grüße 日本 🚀")]
    public async Task An_argument_reaches_the_process_unchanged(string argument)
    {
        var result = await DummyCommand.Of("arguments", argument, "last").ExecuteBufferedAsync();

        result.StandardOutput.ShouldBe($"[{argument}]{Environment.NewLine}[last]{Environment.NewLine}");
    }

    [Fact]
    public async Task The_process_starts_in_the_working_directory()
    {
        var directory = Directory.CreateTempSubdirectory();

        try
        {
            var result = await DummyCommand.Of("directory").WithWorkingDirectory(directory.FullName).ExecuteBufferedAsync();

            result.StandardOutput.TrimEnd().ShouldEndWith(directory.Name);
        }
        finally
        {
            directory.Delete();
        }
    }

    [Fact]
    public async Task Variables_are_added_to_the_inherited_ones_and_null_removes_one()
    {
        var inherited = $"CLIWRAP_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(inherited, "inherited");
        Environment.SetEnvironmentVariable(inherited + "_GONE", "inherited");

        try
        {
            var result = await DummyCommand
                .Of("variables", inherited, inherited + "_GONE", "CLIWRAP_TEST_NEW")
                .WithEnvironmentVariables(variables => variables
                    .Set("CLIWRAP_TEST_NEW", "old")
                    .Set("CLIWRAP_TEST_NEW", "a=b c")
                    .Set(inherited + "_GONE", null))
                .ExecuteBufferedAsync();

            result.StandardOutput.ReplaceLineEndings("\n").ShouldBe(
                $"{inherited}=inherited\n{inherited}_GONE=<none>\nCLIWRAP_TEST_NEW=a=b c\n");
        }
        finally
        {
            Environment.SetEnvironmentVariable(inherited, null);
            Environment.SetEnvironmentVariable(inherited + "_GONE", null);
        }
    }

    [Fact]
    public void A_builder_that_goes_on_does_not_change_what_it_built()
    {
        var builder = new Builders.EnvironmentVariablesBuilder().Set("a", "1");
        var built = builder.Build();

        builder.Set("a", "2");

        built["a"].ShouldBe("1");
    }

    [Fact]
    public void Credentials_and_limits_are_collected_by_their_builders()
    {
        var command = Cli.Wrap("foo")
            .WithCredentials(credentials => credentials.SetDomain("d").SetUserName("u").SetPassword("p").LoadUserProfile())
            .WithResourcePolicy(policy => policy.SetPriority(System.Diagnostics.ProcessPriorityClass.High).SetAffinity(0b1));

        command.Credentials.Domain.ShouldBe("d");
        command.Credentials.UserName.ShouldBe("u");
        command.Credentials.Password.ShouldBe("p");
        command.Credentials.LoadUserProfile.ShouldBeTrue();
        command.ResourcePolicy.Priority.ShouldBe(System.Diagnostics.ProcessPriorityClass.High);
        command.ResourcePolicy.Affinity.ShouldBe(0b1);
        command.ResourcePolicy.MinWorkingSet.ShouldBeNull();
    }
}
