using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class CatalogTests : IDisposable
{
    private readonly EnvironmentFolder _folder = new();

    public CatalogTests()
    {
        foreach (var name in new[] { "onprem-berlin", "onprem-paris", "lab" })
            _folder.Write($"{name}.yaml", EnvironmentFolder.Minimal.Replace("name: x", $"name: {name}", StringComparison.Ordinal));
        _folder.Write("base-onprem.yaml", "platform: onprem\n");
        _folder.Write("nameless.yaml", "platform: onprem\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bases_and_other_files_are_no_environments() => _folder.Catalog.Names.ShouldBe(["lab", "onprem-berlin", "onprem-paris"]);

    [Theory]
    [InlineData("onprem-*", "onprem-berlin onprem-paris")]
    [InlineData("*", "lab onprem-berlin onprem-paris")]
    [InlineData("lab,onprem-?aris", "lab onprem-paris")]
    [InlineData("lab lab l*", "lab")]
    public void Patterns_choose_several(string pattern, string names) =>
        string.Join(' ', _folder.Catalog.Select(pattern).Select(environment => environment.Name)).ShouldBe(names);

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest()
    {
        var problem = Should.Throw<ProblemException>(() => _folder.Catalog.Load("onprem-berln")).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(EnvironmentProblems.NotFound);
        problem.Message.ShouldBe("No environment is named 'onprem-berln'; did you mean 'onprem-berlin'?");
        problem.NextStep.ShouldBe("Name one of lab, onprem-berlin, onprem-paris");
    }

    [Theory]
    [InlineData("nameless")]
    [InlineData("base-onprem")]
    [InlineData("../environments/lab")]
    [InlineData("staging-*")]
    [InlineData("")]
    [InlineData(" , ")]
    public void What_names_no_environment_is_refused(string pattern) =>
        Should.Throw<ProblemException>(() => _folder.Catalog.Select(pattern)).Problems[0].Code.ShouldBe(EnvironmentProblems.NotFound);

    [Fact]
    public void The_repository_may_be_a_relative_path() =>
        new EnvironmentCatalog(Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.Root)).Load("lab").SourceFile.ShouldBe(_folder.PathOf("lab.yaml"));

    [Fact]
    public void A_repository_without_environments_says_so() =>
        Should.Throw<ProblemException>(() => new EnvironmentCatalog(Path.Combine(_folder.Root, "nowhere")).Load("lab")).Problems[0].Message.ShouldEndWith("holds none");

    [Fact]
    public void All_problems_of_all_files_are_reported_at_once()
    {
        _folder.Write("onprem-broken.yaml", "name: onprem-broken\nhub: {\n");
        _folder.Write("onprem-wrong.yaml", EnvironmentFolder.Minimal.Replace("name: x", "name: onprem-wrong\nplatfrom: onprem", StringComparison.Ordinal));

        var problems = Should.Throw<ProblemException>(() => _folder.Catalog.Select("onprem-*", "nothing")).Problems;

        problems.Select(problem => problem.Code.Id).ShouldBe(["HUB1001", "HUB1004", "HUB1010"]);
        problems[2].Message.ShouldBe("platfrom is unknown; did you mean 'platform'?");
        problems[2].Location.ShouldBe("environments/onprem-wrong.yaml:2:1");
    }
}
