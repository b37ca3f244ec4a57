using System.Text;
using CliWrap.Exceptions;

namespace CliWrap.Tests;

public sealed class PipingSpecs
{
    private const int Large = 4_000_000;

    [Fact]
    public async Task Large_output_on_both_streams_at_once_is_read_whole()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();

        await (DummyCommand.Of("bytes", $"{Large}", "both") | (output, error)).ExecuteAsync();

        output.Length.ShouldBe(Large);
        error.ToArray().SequenceEqual(output.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public async Task Large_input_comes_back_unchanged_through_a_process_that_writes_while_it_reads()
    {
        var data = new byte[Large];
        new Random(1).NextBytes(data);
        using var output = new MemoryStream();

        await (data | DummyCommand.Of("copy", "out") | output).ExecuteAsync();

        output.ToArray().SequenceEqual(data).ShouldBeTrue();
    }

    [Fact]
    public async Task Input_can_be_a_stream_bytes_memory_text_or_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "from a file");
        var copy = DummyCommand.Of("copy", "out");

        try
        {
            (await (new MemoryStream("stream"u8.ToArray()) | copy).ExecuteBufferedAsync()).StandardOutput.ShouldBe("stream");
            (await ("bytes"u8.ToArray() | copy).ExecuteBufferedAsync()).StandardOutput.ShouldBe("bytes");
            (await ((ReadOnlyMemory<byte>)"memory"u8.ToArray() | copy).ExecuteBufferedAsync()).StandardOutput.ShouldBe("memory");
            (await ("text" | copy).ExecuteBufferedAsync()).StandardOutput.ShouldBe("text");
            (await (PipeSource.FromFile(file) | copy).ExecuteBufferedAsync()).StandardOutput.ShouldBe("from a file");
            (await (PipeSource.Create(stream => stream.Write("delegate"u8)) | copy).ExecuteBufferedAsync())
                .StandardOutput.ShouldBe("delegate");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_a_source_the_process_sees_the_end_of_its_input() =>
        (await DummyCommand.Of("length").ExecuteBufferedAsync()).StandardOutput.Trim().ShouldBe("0");

    [Fact]
    public async Task A_missing_input_file_is_the_failure_that_is_reported()
    {
        var command = PipeSource.FromFile("/no/such/file") | DummyCommand.Of("length");

        await Should.ThrowAsync<DirectoryNotFoundException>(async () => await command.ExecuteAsync());
    }

    [Fact]
    public async Task Output_goes_to_a_file()
    {
        var file = Path.GetTempFileName();

        try
        {
            await (DummyCommand.Of("bytes", "100000", "out") | PipeTarget.ToFile(file)).ExecuteAsync();

            new FileInfo(file).Length.ShouldBe(100000);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Every_line_is_handed_to_a_delegate_in_order()
    {
        var sync = new List<string>();
        var async = new List<string>();

        await (DummyCommand.Of("lines", "1000", "both") | (sync.Add, _ => { })).ExecuteAsync();
        await (DummyCommand.Of("lines", "1000", "out") | (async line =>
        {
            await Task.Yield();
            async.Add(line);
        })).ExecuteAsync();

        sync.ShouldBe(Enumerable.Range(0, 1000).Select(i => $"line {i}"));
        async.ShouldBe(sync);
    }

    [Fact]
    public async Task Every_merged_target_receives_everything()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        var text = new StringBuilder();
        var merged = PipeTarget.Merge(
            PipeTarget.Null,
            PipeTarget.ToStream(first),
            PipeTarget.Merge(PipeTarget.ToStream(second), PipeTarget.ToStringBuilder(text, Encoding.Latin1)));

        await (DummyCommand.Of("bytes", $"{Large}", "out") | merged).ExecuteAsync();

        first.Length.ShouldBe(Large);
        second.ToArray().SequenceEqual(first.ToArray()).ShouldBeTrue();
        text.Length.ShouldBe(Large);
    }

    [Fact]
    public async Task A_merged_target_may_fail_and_its_exception_is_the_one_reported()
    {
        using var stream = new MemoryStream();
        var merged = PipeTarget.Merge(
            PipeTarget.ToStream(stream),
            PipeTarget.Create((_, _) => throw new InvalidDataException("mine")));

        var exception = await Should.ThrowAsync<InvalidDataException>(
            async () => await (DummyCommand.Of("bytes", $"{Large}", "out") | merged).ExecuteAsync());

        exception.Message.ShouldBe("mine");
    }

    [Fact]
    public async Task A_merged_target_that_reads_nothing_does_not_hold_the_others()
    {
        var text = new StringBuilder();

        await (DummyCommand.Of("say", "hello", "") | PipeTarget.Merge(
            PipeTarget.Create(_ => { }),
            PipeTarget.ToStringBuilder(text))).ExecuteAsync();

        text.ToString().ShouldBe("hello");
    }

    [Fact]
    public void Merging_leaves_out_what_does_nothing()
    {
        var target = PipeTarget.ToStringBuilder(new StringBuilder());

        PipeTarget.Merge(PipeTarget.Null, target).ShouldBeSameAs(target);
        PipeTarget.Merge(PipeTarget.Null, PipeTarget.Null).ShouldBeSameAs(PipeTarget.Null);
        PipeTarget.Merge(new List<PipeTarget>()).ShouldBeSameAs(PipeTarget.Null);
    }

    [Fact]
    public async Task Commands_are_chained_and_only_the_last_one_speaks()
    {
        var chain = DummyCommand.Of("bytes", $"{Large}", "out") | DummyCommand.Of("copy", "out") | DummyCommand.Of("length");

        (await chain.ExecuteBufferedAsync()).StandardOutput.Trim().ShouldBe($"{Large}");
    }

    [Fact]
    public async Task A_failure_inside_a_chain_fails_the_chain()
    {
        var chain = DummyCommand.Of("exit", "3") | DummyCommand.Of("length");

        var exception = await Should.ThrowAsync<CommandExecutionException>(async () => await chain.ExecuteAsync());

        exception.ExitCode.ShouldBe(3);
        exception.Command.Arguments.ShouldBe("exit 3");
    }

    [Fact]
    public async Task A_chain_can_transform_what_flows_through_it()
    {
        var source = PipeSource.FromCommand(DummyCommand.Of("say", "hello", ""), async (from, to, cancellationToken) =>
        {
            var text = await new StreamReader(from).ReadToEndAsync(cancellationToken);
            await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToUpperInvariant()), cancellationToken);
        });

        (await (source | DummyCommand.Of("copy", "out")).ExecuteBufferedAsync()).StandardOutput.ShouldBe("HELLO");
    }

    [Fact]
    public async Task A_process_that_does_not_read_its_input_still_ends()
    {
        var endless = PipeSource.Create(async (stream, cancellationToken) =>
        {
            var chunk = new byte[81920];
            while (true)
                await stream.WriteAsync(chunk, cancellationToken);
        });

        var result = await (endless | DummyCommand.Of("exit", "0")).ExecuteAsync();

        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_source_that_never_ends_and_ignores_cancellation_does_not_hold_the_command()
    {
        var never = PipeSource.Create((_, _) => new TaskCompletionSource().Task);

        var result = await (never | DummyCommand.Of("exit", "0")).ExecuteAsync();

        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_handler_that_throws_fails_the_command_with_its_exception()
    {
        var command = DummyCommand.Of("lines", "10", "out") | (Action<string>)(_ => throw new InvalidDataException("mine"));

        (await Should.ThrowAsync<InvalidDataException>(async () => await command.ExecuteAsync())).Message.ShouldBe("mine");
    }

    [Fact]
    public async Task Text_is_encoded_and_decoded_as_asked()
    {
        var source = PipeSource.FromString("grüße", Encoding.Latin1);

        var result = await (source | DummyCommand.Of("copy", "both"))
            .ExecuteBufferedAsync(Encoding.Latin1, Encoding.UTF8);

        result.StandardOutput.ShouldBe("grüße");
        result.StandardError.ShouldBe("gr\uFFFD\uFFFDe");
    }

    [Fact]
    public async Task A_character_cut_in_two_by_the_buffer_is_decoded_whole()
    {
        var text = string.Concat(Enumerable.Repeat("aü日🚀", 20_000));

        var result = await (PipeSource.FromString(text, Encoding.UTF8) | DummyCommand.Of("copy", "out"))
            .ExecuteBufferedAsync(Encoding.UTF8);

        result.StandardOutput.ShouldBe(text);
    }

    [Fact]
    public async Task Buffering_adds_to_the_pipes_that_a_command_has()
    {
        var mine = new StringBuilder();

        var result = await (DummyCommand.Of("say", "both", "") | mine).ExecuteBufferedAsync();

        result.StandardOutput.ShouldBe("both");
        mine.ToString().ShouldBe("both");
    }
}
