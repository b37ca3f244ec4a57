using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Helm;

public sealed class ChartStoreTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("charts-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("hub")]
    [InlineData("hub-1.2.3")]
    public async Task A_chart_may_be_a_folder(string name)
    {
        Folder(name, "hub", "1.2.3");

        (await Find("hub", "1.2.3")).Path.ShouldBe(Path.Combine(_directory, name));
    }

    [Theory]
    [InlineData("hub.tgz")]
    [InlineData("hub-1.2.3.tgz")]
    public async Task A_chart_may_be_an_archive(string name)
    {
        Archive(name, "hub", "v1.2.3");

        var chart = await Find("hub", "1.2.3");

        chart.Path.ShouldBe(Path.Combine(_directory, name));
        (await ChartFiles.ValuesSchemaAsync(chart, default)).ShouldNotBeNull()["type"]!.ToString().ShouldBe("object");
    }

    [Fact]
    public async Task The_name_with_the_version_is_preferred_and_the_digest_tells_contents_apart()
    {
        Folder("hub", "hub", "1.2.2");
        Folder("hub-1.2.3", "hub", "1.2.3");
        var first = await Find("hub", "1.2.3");
        File.WriteAllText(Path.Combine(_directory, "hub-1.2.3", "values.yaml"), "a: 1");

        var second = await Find("hub", "1.2.3");

        second.Path.ShouldBe(first.Path);
        second.Digest.ShouldNotBe(first.Digest);
    }

    [Fact]
    public async Task A_chart_that_is_of_another_version_than_its_name_says_is_refused()
    {
        Folder("hub", "hub", "1.2.2");

        var problem = await Refused("hub", "1.2.3");

        problem.Code.ShouldBe(HelmProblems.ChartUnusable);
        problem.Cause.ShouldBe("its Chart.yaml says hub 1.2.2");
    }

    [Fact]
    public async Task A_damaged_archive_is_refused()
    {
        File.WriteAllText(Path.Combine(_directory, "hub.tgz"), "this is no archive");

        (await Refused("hub", "1.2.3")).Code.ShouldBe(HelmProblems.ChartUnusable);
    }

    [Fact]
    public async Task A_missing_chart_is_told_with_what_is_there_and_the_nearest_name()
    {
        Folder("jupyterhub", "jupyterhub", "4.4.0");
        Archive("longhorn-1.12.1.tgz", "longhorn", "1.12.1");

        var problem = await Refused("jupiterhub", "4.4.0");

        problem.Code.ShouldBe(HelmProblems.ChartMissing);
        problem.Message.ShouldBe($"There is no chart jupiterhub 4.4.0 in {_directory}; did you mean 'jupyterhub'?");
        problem.Cause.ShouldBe("looked for jupiterhub-4.4.0.tgz, jupiterhub-4.4.0, jupiterhub.tgz, jupiterhub; there are jupyterhub, longhorn-1.12.1.tgz");
        Directory.Delete(_directory, recursive: true);
        (await Refused("hub", "1.0.0")).Cause.ShouldBe("the directory does not exist");
        Directory.CreateDirectory(_directory);
    }

    [Fact]
    public async Task A_repository_that_does_not_answer_is_a_problem_with_its_cause()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(Offline(standIns: null).GetAsync(Source("hub", "https://127.0.0.1:1/charts"), TimeSpan.FromMinutes(1), default)))
            .Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(HelmProblems.ChartUnreachable);
        problem.Cause.ShouldNotBeNull().ShouldStartWith("127.0.0.1: ");
    }

    [Fact]
    public async Task A_rehearsal_takes_its_stand_ins_where_no_repository_answers()
    {
        Folder("hub", "hub", "0.0.1");

        var chart = await Offline(_directory).GetAsync(Source("hub", "oci://127.0.0.1:1/charts"), TimeSpan.FromMinutes(1), default);

        chart.StandsIn.ShouldBeTrue();
        chart.Path.ShouldBe(Path.Combine(_directory, "hub"));
    }

    [Fact]
    public async Task A_chart_in_the_cache_needs_no_network_and_no_helm()
    {
        var cache = Directory.CreateDirectory(Path.Combine(_directory, "cache", "127.0.0.1_charts")).FullName;
        Archive(Path.Combine(cache, "hub-1.2.3.tgz"), "hub", "1.2.3");

        (await Offline(standIns: null).GetAsync(Source("hub", "https://127.0.0.1:1/charts/"), TimeSpan.FromMinutes(1), default)).StandsIn.ShouldBeFalse();
    }

    private static ChartSource Source(string chart, string repository, string version = "1.2.3") => new() { Chart = chart, Version = version, Repository = repository };

    private static HelmCommand NoHelm() => new(new Lazy<Task<string>>(() => throw new InvalidOperationException("helm is not needed here")), "unused");

    private ChartStore Offline(string? standIns) => new(directory: null, Path.Combine(_directory, "cache"), standIns, NoHelm(), new Door(DoorName.Helm));

    private Task<Chart> Find(string chart, string version)
        => new ChartStore(_directory, "unused", null, NoHelm(), new Door(DoorName.Helm)).GetAsync(Source(chart, "https://example.org", version), TimeSpan.FromMinutes(1), default);

    private async Task<Problem> Refused(string chart, string version) => (await Should.ThrowAsync<ProblemException>(Find(chart, version))).Problems.ShouldHaveSingleItem();

    private void Folder(string folder, string name, string version)
        => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, folder)).FullName, "Chart.yaml"), $"apiVersion: v2\nname: {name}\nversion: {version}\n");

    private void Archive(string file, string name, string version)
    {
        using var stream = File.Create(Path.Combine(_directory, file));
        using var zip = new GZipStream(stream, CompressionMode.Compress);
        using var tar = new TarWriter(zip);
        Add($"{name}/charts/inner/Chart.yaml", "name: inner\nversion: 9.9.9");
        Add($"{name}/Chart.yaml", $"apiVersion: v2\nname: {name}\nversion: {version}\n");
        Add($"{name}/values.schema.json", """{"type":"object"}""");

        void Add(string path, string text)
            => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    }
}
