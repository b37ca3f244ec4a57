namespace CliWrap.Tests.Dummy;

/// <summary>The child process of the tests: the first argument says what it does.</summary>
public static class Program
{
    /// <summary>The executable beside this assembly.</summary>
    public static string FilePath { get; } = Path.ChangeExtension(
        typeof(Program).Assembly.Location,
        OperatingSystem.IsWindows() ? "exe" : null);

    public static async Task<int> Main(string[] args)
    {
        var rest = args.AsMemory(1);
        switch (args[0])
        {
            case "arguments":
                foreach (var argument in rest.ToArray())
                    Console.WriteLine($"[{argument}]");
                return 0;
            case "say":
                Console.Out.Write(args[1]);
                Console.Error.Write(args[2]);
                return 0;
            case "exit":
                Console.Error.WriteLine("Exit code set to " + args[1]);
                return int.Parse(args[1]);
            case "variables":
                foreach (var name in rest.ToArray())
                    Console.WriteLine($"{name}={Environment.GetEnvironmentVariable(name) ?? "<none>"}");
                return 0;
            case "directory":
                Console.WriteLine(Environment.CurrentDirectory);
                return 0;
            case "bytes":
                await Streams.GenerateAsync(long.Parse(args[1]), args[2]);
                return 0;
            case "lines":
                await Streams.LinesAsync(int.Parse(args[1]), args[2]);
                return 0;
            case "copy":
                await Streams.CopyAsync(args[1]);
                return 0;
            case "length":
                Console.WriteLine(await Streams.LengthAsync());
                return 0;
            case "wait":
                return await Waiting.UntilInterruptedAsync(ignore: false);
            case "refuse":
                return await Waiting.UntilInterruptedAsync(ignore: true);
            case "family":
                return await Waiting.WithDescendantsAsync(int.Parse(args[1]), int.Parse(args[2]));
            default:
                return 64;
        }
    }
}
