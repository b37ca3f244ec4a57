using System.Text;
using System.Text.Json;
using CliWrap;

namespace JupyterHub.Pipeline.Benchmarks;

/// <summary>
/// Runs one command and measures it. Peak memory is that of all children since a process began, so that a process of its own is started
/// for every command that is measured.
/// </summary>
internal static class MeasuredProcess
{
    /// <summary>Measures a command in a process of its own.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static async Task<Sample> MeasureAsync(string directory, string program, params IReadOnlyList<string> arguments)
    {
        var result = Path.GetTempFileName();
        try
        {
            await Cli.Wrap(DotNet)
                .WithArguments([typeof(MeasuredProcess).Assembly.Location, "--measure", result, directory, program, .. arguments])
                .ExecuteAsync();
            var sample = JsonSerializer.Deserialize<Sample>(await File.ReadAllTextAsync(result))!;
            return sample.ExitCode == 0
                ? sample
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {sample.ExitCode}:\n{sample.Output}");
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>The .NET host that the build runs on.</summary>
    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet";

    /// <summary>The process of its own: runs the command and writes a <see cref="Sample"/> to a file.</summary>
    public static async Task<int> RunAsync(string result, string directory, string program, string[] arguments)
    {
        var output = new StringBuilder();
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var ended = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(directory)
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(output))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        var elapsed = time.GetElapsedTime(started);
        var usage = ProcessUsage.OfChildren();
        await File.WriteAllTextAsync(result, JsonSerializer.Serialize(
            new Sample(ended.ExitCode, elapsed.TotalSeconds, usage?.Processor.TotalSeconds, usage?.PeakMemory / 1e6, output.ToString())));
        return 0;
    }
}
