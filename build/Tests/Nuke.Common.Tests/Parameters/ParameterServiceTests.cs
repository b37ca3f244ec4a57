using Nuke.Common.Parameters;

namespace Nuke.Common.Tests.Parameters;

public sealed class ParameterServiceTests
{
    [Theory]
    [InlineData("--name a --name b", "b")]
    [InlineData("-name a", "a")]
    [InlineData("--na-me a", "a")]
    [InlineData("--NAME a", "a")]
    [InlineData("target --name \"a b\"", "a b")]
    public void The_last_occurrence_of_an_argument_wins_whatever_its_dashes_and_case(string arguments, string expected) =>
        Service(arguments).GetParameter("Name", typeof(string), null).ShouldBe(expected);

    [Fact]
    public void A_bare_flag_is_true_and_a_bare_array_is_empty()
    {
        var service = Service("--flag --tags --other");

        service.GetParameter("Flag", typeof(bool?), null).ShouldBe(true);
        service.GetParameter("Tags", typeof(string[]), null).ShouldBeOfType<string[]>().ShouldBeEmpty();
        service.GetParameter("Missing", typeof(bool?), null).ShouldBeNull();
    }

    [Fact]
    public void Array_elements_are_separate_arguments_or_one_with_separators_but_not_both()
    {
        Service("--tags a b").GetParameter("Tags", typeof(string[]), '+').ShouldBe(new[] { "a", "b" });
        Service("--tags a+b").GetParameter("Tags", typeof(string[]), '+').ShouldBe(new[] { "a", "b" });
        Should.Throw<ArgumentException>(() => Service("--tags a+b c").GetParameter("Tags", typeof(string[]), '+'));
    }

    [Fact]
    public void Only_targets_are_positional()
    {
        var service = Service("a b --flag");

        service.GetParameter("Target", typeof(string[]), '+').ShouldBe(new[] { "a", "b" });
        service.GetParameter("Name", typeof(string), null).ShouldBeNull();
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("NAME")]
    [InlineData("na_me")]
    [InlineData("NUKE_NAME")]
    [InlineData("nuke-name")]
    public void A_variable_matches_by_its_letters_with_or_without_NUKE_before_them(string variable) =>
        Service("", (variable, "a")).GetParameter("Name", typeof(string), null).ShouldBe("a");

    [Theory]
    [InlineData("Names")]
    [InlineData("Nam")]
    [InlineData("OTHER_NAME")]
    public void Another_variable_does_not_match(string variable) =>
        Service("", (variable, "a")).GetParameter("Name", typeof(string), null).ShouldBeNull();

    [Fact]
    public void Two_variables_that_match_count_as_none_unless_one_matches_exactly()
    {
        Service("", ("NAME", "a"), ("NUKE_NAME", "b")).GetParameter("Name", typeof(string), null).ShouldBeNull();
        Service("", ("Name", "a"), ("NUKE_NAME", "b")).GetParameter("Name", typeof(string), null).ShouldBe("a");
    }

    [Fact]
    public void A_variable_is_split_by_the_separator_only_and_an_empty_one_is_no_element()
    {
        Service("", ("TAGS", "a b+c")).GetParameter("Tags", typeof(string[]), '+').ShouldBe(new[] { "a b", "c" });
        Service("", ("TAGS", "")).GetParameter("Tags", typeof(string[]), '+').ShouldBeOfType<string[]>().ShouldBeEmpty();
        Service("", ("FLAG", "")).GetParameter("Flag", typeof(bool?), null).ShouldBe(false);
    }

    [Fact]
    public void Files_come_last()
    {
        var service = Service("--one argument", ("TWO", "variable"));
        service.ParametersFiles = (name, _) => $"file {name}";

        service.GetParameter("One", typeof(string), null).ShouldBe("argument");
        service.GetParameter("Two", typeof(string), null).ShouldBe("variable");
        service.GetParameter("Three", typeof(string), null).ShouldBe("file Three");
    }

    [Fact]
    public void A_failed_conversion_names_the_argument_and_no_other_value()
    {
        var message = Should.Throw<Exception>(() => Service("--count x --password hunter2").GetParameter("Count", typeof(int), null)).Message;

        message.ShouldContain("Count");
        message.ShouldContain("Value 'x' could not be converted to 'int'");
        message.ShouldNotContain("hunter2");
    }

    private static ParameterService Service(string arguments, params (string Name, string Value)[] variables) => new(
        () => new ArgumentParser(arguments),
        () => variables.ToDictionary(x => x.Name, x => x.Value));
}
