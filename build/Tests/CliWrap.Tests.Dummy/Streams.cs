namespace CliWrap.Tests.Dummy;

internal static class Streams
{
    public static async Task GenerateAsync(long length, string target)
    {
        var buffer = new byte[16 * 1024];
        new Random(1234567).NextBytes(buffer);
        var outputs = Open(target);

        for (var left = length; left > 0; left -= buffer.Length)
        {
            foreach (var output in outputs)
                await output.WriteAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)));
        }
    }

    public static async Task LinesAsync(int count, string target)
    {
        var writers = Open(target).Select(output => new StreamWriter(output)).ToArray();

        for (var line = 0; line < count; line++)
        {
            foreach (var writer in writers)
                await writer.WriteLineAsync($"line {line}");
        }

        foreach (var writer in writers)
            await writer.DisposeAsync();
    }

    public static async Task CopyAsync(string target)
    {
        await using var input = Console.OpenStandardInput();
        var outputs = Open(target);
        var buffer = new byte[81920];

        while (await input.ReadAsync(buffer) is var read and > 0)
        {
            foreach (var output in outputs)
                await output.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    public static async Task<long> LengthAsync()
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[81920];
        var length = 0L;

        while (await input.ReadAsync(buffer) is var read and > 0)
            length += read;

        return length;
    }

    private static Stream[] Open(string target) => target switch
    {
        "out" => [Console.OpenStandardOutput()],
        "err" => [Console.OpenStandardError()],
        "both" => [Console.OpenStandardOutput(), Console.OpenStandardError()],
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
    };
}
