using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;

using CliWrap;

using JupyterHub.Pipeline.Dns;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>A real BIND 9 on a loopback port, unprivileged, with its files in a directory of its own. It does not start where named is not installed.</summary>
public sealed class NamedFixture : IDnsServerFixture, IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("named-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _log = new();
    private Task _named = Task.CompletedTask;

    public DnsServerEndpoint Endpoint { get; private set; } = new("127.0.0.1");

    private string ReadOnlyDirectory => Path.Combine(_directory, "readonly");

    public async Task InitializeAsync()
    {
        if (Programs.Find("named") is not { } named)
            return;

        // Another process may take the port between its choice and named's start.
        for (var attempt = 0; ; attempt++)
        {
            Endpoint = new DnsServerEndpoint("127.0.0.1", FreePort());
            Configure();
            if (await StartAsync(named))
                return;
            if (attempt == 4)
                throw new InvalidOperationException($"named does not start:\n{_log}");
        }
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended();
        _stop.Dispose();
        if (!OperatingSystem.IsWindows() && Directory.Exists(ReadOnlyDirectory))
            File.SetUnixFileMode(ReadOnlyDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<bool> StartAsync(string named)
    {
        var running = new TaskCompletionSource();
        IEnumerable<string> arguments = ["-g", "-c", Path.Combine(_directory, "named.conf"), .. Environment.UserName == "root" ? (string[])["-u", "bind"] : []];
        _named = Cli.Wrap(named)
            .WithArguments(arguments)
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line =>
            {
                lock (_log)
                    _log.AppendLine(line);
                if (line.EndsWith(" running", StringComparison.Ordinal))
                    running.TrySetResult();
            }))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(_stop.Token)
            .Task;
        return await Task.WhenAny(_named, running.Task) == running.Task;
    }

    private async Task Ended()
    {
        try
        {
            await _named;
        }
        catch (OperationCanceledException)
        {
            // How CliWrap reports a process that was stopped by the token.
        }
    }

    private void Configure()
    {
        var configuration = new StringBuilder();
        configuration.AppendLine(CultureInfo.InvariantCulture, $$"""
            options {
              directory "{{_directory}}/data";
              listen-on port {{Endpoint.Port}} { 127.0.0.1; };
              listen-on-v6 { none; };
              pid-file none;
              session-keyfile none;
              recursion no;
              notify no;
              dnssec-validation no;
              empty-zones-enable no;
            };
            controls { };
            """);
        foreach (var key in (IEnumerable<TsigKey>)[SpecSetup.Key, .. SpecSetup.AlgorithmKeys])
            configuration.AppendLine(CultureInfo.InvariantCulture, $"key {key.Name} {{ algorithm {key.Algorithm}; secret \"{SpecSetup.Secret}\"; }};");
        configuration.AppendLine("key other-key { algorithm hmac-sha256; secret \"b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldA==\"; };");

        var types = string.Join(' ', SpecSetup.Granted);
        var grants = string.Concat(SpecSetup.AlgorithmKeys.Append(SpecSetup.Key).Select(key => $"grant {key.Name} zonesub {types}; "));
        foreach (var (zone, directory) in new[] { (SpecSetup.Zone, "data"), (SpecSetup.BrokenZone, "readonly") })
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, directory)).FullName, $"{zone}.zone");
            File.WriteAllText(file, $"$TTL 300\n@ SOA ns.{zone}. hostmaster.{zone}. 1 3600 600 86400 60\n@ NS ns.{zone}.\nns A 127.0.0.1\n");
            configuration.AppendLine(
                CultureInfo.InvariantCulture,
                $"zone \"{zone}\" {{ type primary; file \"{file}\"; update-policy {{ {grants}}}; allow-transfer {{ key hub-key; }}; }};");
        }

        File.WriteAllText(Path.Combine(_directory, "named.conf"), configuration.ToString());
        if (!OperatingSystem.IsWindows())
            GiveToBind();
    }

    /// <summary>named may write its data directory, and read everything else.</summary>
    [UnsupportedOSPlatform("windows")]
    private void GiveToBind()
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_directory, read | UnixFileMode.UserWrite);
        File.SetUnixFileMode(ReadOnlyDirectory, read);
        File.SetUnixFileMode(
            Path.Combine(_directory, "data"), read | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
