using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Problems;

/// <summary>The codes of the library and of the rehearsal together, since their numbers share one range.</summary>
public sealed partial class ProblemReferenceTests
{
    private static readonly string Repository = FindRepository();

    private static readonly IReadOnlyList<ProblemCode> Codes = ProblemReference.CodesOf(typeof(ProblemCode).Assembly, typeof(RehearsalPlatform).Assembly);

    [Fact]
    public void Codes_of_both_assemblies_are_found()
    {
        Codes.ShouldContain(code => code.Id == "HUB1001");
        Codes.ShouldContain(RehearsalProblems.StateInUse);
    }

    [Fact]
    public void No_two_codes_share_a_number()
        => Codes.GroupBy(code => code.Id).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join("; ", group.Select(code => code.Title))}").ShouldBeEmpty();

    [Fact]
    public void Every_code_says_what_it_means_and_what_to_do()
    {
        foreach (var code in Codes)
        {
            code.Id.ShouldMatch("^HUB[12][0-9]{3}$");
            code.Title.ShouldNotBeNullOrWhiteSpace(code.Id);
            code.Title.ShouldNotEndWith(".");
            code.Meaning.ShouldNotBeNullOrWhiteSpace(code.Id);
            code.NextStep.ShouldNotBeNullOrWhiteSpace(code.Id);
        }
    }

    [Fact]
    public void The_committed_pages_are_what_the_code_says()
    {
        var folder = Path.Combine(Repository, "docs", "errors");
        var committed = Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        var expected = ProblemReference.Pages(Codes);

        committed.Keys.Order(StringComparer.Ordinal).ShouldBe(expected.Keys.Order(StringComparer.Ordinal), "run ./build.sh GenerateReference");
        foreach (var (name, text) in expected)
            committed[name].ShouldBe(text, $"run ./build.sh GenerateReference: docs/errors/{name} is stale");
    }

    [Fact]
    public void Writing_the_pages_removes_those_of_codes_that_are_gone()
    {
        using var folder = new Kubernetes.TemporaryDirectory();
        File.WriteAllText(Path.Combine(folder.Path, "HUB1000.md"), "gone");
        ProblemReference.WriteTo(folder.Path, Codes);
        Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).ShouldBe(ProblemReference.Pages(Codes).Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build.ps1")]
    public void Codes_that_the_bootstrap_scripts_report_have_a_page(string script)
    {
        var reported = Code().Matches(File.ReadAllText(Path.Combine(Repository, script))).Select(match => match.Value).Distinct().ToList();
        reported.ShouldNotBeEmpty();
        reported.Except(Codes.Select(code => code.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Guides_name_only_codes_that_exist_and_link_only_to_files_that_do()
    {
        var guides = Directory.EnumerateFiles(Repository, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository, "docs"), "*.md")).ToList();
        var broken = new List<string>();
        foreach (var guide in guides)
        {
            var text = File.ReadAllText(guide);
            broken.AddRange(Code().Matches(text).Select(match => match.Value).Except(Codes.Select(code => code.Id)).Select(id => $"{Path.GetFileName(guide)}: {id}"));
            broken.AddRange(Link().Matches(text).Select(match => match.Groups[1].Value)
                .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(guide)!, target)))
                .Select(target => $"{Path.GetFileName(guide)}: {target}"));
        }
        guides.ShouldContain(path => path.EndsWith("README.md", StringComparison.Ordinal));
        broken.ShouldBeEmpty();
    }

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "JupyterHub.Pipeline.slnx")))
            directory = directory.Parent;
        return directory.FullName;
    }

    [GeneratedRegex("HUB[0-9]{4}")]
    private static partial Regex Code();

    // Relative links and pictures, without the anchor.
    [GeneratedRegex(@"(?:\]\(|src(?:set)?="")(?![a-z]+:|#)([^)#""\s]+)")]
    private static partial Regex Link();
}
