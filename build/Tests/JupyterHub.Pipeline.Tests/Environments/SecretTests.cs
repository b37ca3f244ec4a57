using System.Runtime.Versioning;
using System.Text;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

[UnsupportedOSPlatform("windows")]
public sealed class SecretTests : IDisposable, ISecretSink
{
    private readonly string _directory = Directory.CreateTempSubdirectory("secrets-").FullName;
    private readonly List<string> _registered = [];
    private readonly Dictionary<string, string> _variables = [];

    void ISecretSink.Register(string secret)
    {
        lock (_registered)
            _registered.Add(secret);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_variable_is_read_registered_and_remembered()
    {
        _variables["HUB_TSIG"] = "c2VjcmV0";
        var store = Store();

        (await Get(store, new SecretReference(SecretForm.Env, "HUB_TSIG"))).ShouldBe("c2VjcmV0");
        _variables.Clear();
        (await Get(store, new SecretReference(SecretForm.Env, "HUB_TSIG"))).ShouldBe("c2VjcmV0");
        _registered.ShouldBe(["c2VjcmV0"]);
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("", "is empty")]
    public async Task A_missing_variable_is_a_problem_at_its_reference(string? value, string what)
    {
        if (value is not null)
            _variables["HUB_TSIG"] = value;
        var reference = new SecretReference(SecretForm.Env, "HUB_TSIG") { Path = "dns.bind9.tsig.secret", Location = "environments/x.yaml:3:4" };

        var problem = await Refused(Store(), reference);

        problem.Code.ShouldBe(SecretProblems.VariableMissing);
        problem.Message.ShouldBe($"dns.bind9.tsig.secret (env HUB_TSIG) {what}");
        problem.Location.ShouldBe("environments/x.yaml:3:4");
    }

    [Theory]
    [InlineData("s3cret", "s3cret")]
    [InlineData("s3cret\n", "s3cret")]
    [InlineData("s3cret\r\n", "s3cret")]
    [InlineData("s3cret\n\n", "s3cret\n")]
    [InlineData(" a b ", " a b ")]
    public async Task One_line_break_at_the_end_of_a_file_is_not_part_of_the_secret(string content, string secret) =>
        (await Get(Store(), new SecretReference(SecretForm.File, PrivateFile(content)))).ShouldBe(secret);

    [Fact]
    public async Task A_file_that_others_can_read_is_refused()
    {
        var file = PrivateFile("s3cret");
        File.SetUnixFileMode(_directory, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(file, (UnixFileMode)0b110_100_000);

        var problem = await Refused(Store(), new SecretReference(SecretForm.File, file));

        problem.Code.ShouldBe(SecretProblems.FileExposed);
        problem.NextStep.ShouldBe($"Run: chmod 600 {file}");
    }

    [Fact]
    public async Task A_directory_that_is_closed_to_others_protects_the_files_in_it()
    {
        var file = PrivateFile("s3cret");
        File.SetUnixFileMode(_directory, (UnixFileMode)0b111_000_000);
        File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);

        (await Get(Store(), new SecretReference(SecretForm.File, file))).ShouldBe("s3cret");
    }

    [Fact]
    public async Task Files_that_give_no_secret_are_refused()
    {
        var empty = PrivateFile("\n", "empty");
        var large = PrivateFile(new string('x', 70_000), "large");
        var nul = PrivateFile("a\0b", "nul");
        var bytes = PrivateFile("", "bytes");
        await File.WriteAllBytesAsync(bytes, [0xff, 0xfe, 0x00]);

        (await Refused(Store(), new SecretReference(SecretForm.File, empty))).Code.ShouldBe(SecretProblems.Empty);
        (await Refused(Store(), new SecretReference(SecretForm.File, large))).Code.ShouldBe(SecretProblems.FileMissing);
        (await Refused(Store(), new SecretReference(SecretForm.File, nul))).Code.ShouldBe(SecretProblems.Malformed);
        (await Refused(Store(), new SecretReference(SecretForm.File, bytes))).Code.ShouldBe(SecretProblems.Malformed);
        (await Refused(Store(), new SecretReference(SecretForm.File, _directory))).Code.ShouldBe(SecretProblems.FileMissing);
        (await Refused(Store(), new SecretReference(SecretForm.File, _directory + "/none"))).Message.ShouldEndWith("does not exist");
    }

    [Fact]
    public async Task A_command_runs_without_a_shell_in_the_directory_of_its_file()
    {
        File.WriteAllText(Path.Combine(_directory, "secret.txt"), "s3cret; $HOME\n");

        (await Get(Store(), Command("cat", "secret.txt"))).ShouldBe("s3cret; $HOME");
        (await Get(Store(), Command("printf", "%s", "$(id)"))).ShouldBe("$(id)");
    }

    [Fact]
    public async Task A_command_of_a_relative_path_is_the_one_beside_its_file()
    {
        var script = PrivateFile("#!/bin/sh\necho from the script\n", "give");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_000_000);

        (await Get(Store(), Command("./give"))).ShouldBe("from the script");
    }

    [Fact]
    public async Task A_failing_command_shows_its_exit_code_and_what_it_said_without_known_secrets()
    {
        var store = new SecretStore(this, Options() with { Redact = text => text.Replace("hunter2", "[redacted]", StringComparison.Ordinal) });

        var problem = await Refused(store, Command("sh", "-c", "echo partial; echo no key for hunter2 >&2; exit 3"));

        problem.Code.ShouldBe(SecretProblems.CommandFailed);
        problem.Message.ShouldEndWith("exited with code 3");
        problem.Cause.ShouldBe("no key for [redacted]");
        _registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_does_not_exist_or_asks_for_input_fails()
    {
        (await Refused(Store(), Command("no-such-command-here"))).Message.ShouldEndWith("could not be started");
        // Its standard input is at its end.
        (await Refused(Store(), Command("sh", "-c", "read answer"))).Message.ShouldContain("exited with code");
    }

    [Fact]
    public async Task A_command_is_stopped_when_its_time_is_over()
    {
        var store = new SecretStore(this, Options() with { CommandTimeout = TimeSpan.FromMilliseconds(50) });

        (await Refused(store, Command("sleep", "600"))).Message.ShouldEndWith("did not end within 50ms");
    }

    [Fact]
    public async Task Cancelling_stops_the_command_and_the_next_caller_starts_anew()
    {
        var marker = Path.Combine(_directory, "started");
        var store = Store();
        var command = Command("sh", "-c", $"if [ -e {marker} ]; then echo second; else touch {marker}; exec sleep 600; fi");
        using var cancelled = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(_directory) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => started.TrySetResult();
        var first = store.GetAsync(command, cancelled.Token);
        await started.Task;

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await Get(store, command)).ShouldBe("second");
    }

    [Fact]
    public async Task A_rehearsal_makes_a_secret_up_once_for_all_runs_and_callers()
    {
        var reference = new SecretReference(SecretForm.Rehearsal, "hub-key");

        var secrets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Get(Store(), reference)));

        secrets.Distinct().ShouldHaveSingleItem();
        Convert.FromBase64String(secrets[0]).Length.ShouldBe(32);
        var file = new FileInfo(Path.Combine(_directory, "rehearsal", "hub-key"));
        file.UnixFileMode.ShouldBe((UnixFileMode)0b110_000_000);
        file.Directory!.UnixFileMode.ShouldBe((UnixFileMode)0b111_000_000);
        file.Directory.GetFiles().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("c2VjcmV0", true)]
    [InlineData(" c2VjcmV0 ", true)]
    [InlineData("c2VjcmV", false)]
    [InlineData("not base64!", false)]
    public async Task A_TSIG_secret_must_be_base64(string text, bool valid)
    {
        _variables["KEY"] = text;
        var reference = new SecretReference(SecretForm.Env, "KEY");

        if (valid)
            (await Store().GetBase64Async(reference, CancellationToken.None)).ShouldBe("c2VjcmV0");
        else
            (await Should.ThrowAsync<ProblemException>(() => Store().GetBase64Async(reference, CancellationToken.None))).Problems[0].Code.ShouldBe(SecretProblems.Malformed);
    }

    private static Task<string> Get(SecretStore store, SecretReference reference) => store.GetAsync(reference, CancellationToken.None);

    private static async Task<Problem> Refused(SecretStore store, SecretReference reference) =>
        (await Should.ThrowAsync<ProblemException>(() => Get(store, reference))).Problems.ShouldHaveSingleItem();

    private SecretReference Command(params string[] arguments) => new(SecretForm.Command, arguments) { Directory = _directory };

    private SecretStore Store() => new(this, Options());

    private SecretStoreOptions Options() => new()
    {
        RehearsalDirectory = Path.Combine(_directory, "rehearsal"),
        Variable = name => _variables.GetValueOrDefault(name),
    };

    private string PrivateFile(string content, string name = "secret")
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
