using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Sample;

/// <summary>A repository of its own in which the sample build runs as a process, in an environment without any build server.</summary>
public sealed class SampleRun : IDisposable
{
    private static readonly string s_build = typeof(SampleRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(x => x.Key == "SampleBuild").Value!;

    public SampleRun() => (Root / ".nuke").CreateDirectory();

    public AbsolutePath Root { get; } = (AbsolutePath)Path.GetTempPath() / $"nuke-sample-{Guid.NewGuid():N}";

    public AbsolutePath Temporary => Root / ".nuke" / "temp";

    public Dictionary<string, string> Environment { get; } = new()
    {
        ["PATH"] = EnvironmentInfo.GetVariable("PATH")!,
        ["HOME"] = EnvironmentInfo.GetVariable("HOME") ?? "/",
        ["TERM"] = "dumb",
        ["DOTNET_NOLOGO"] = "1"
    };

    public SampleRun WithFile(string path, string content)
    {
        (Root / path).WriteAllText(content);
        return this;
    }

    public SampleRun WithVariable(string name, string value)
    {
        Environment[name] = value;
        return this;
    }

    public SampleResult Execute(string arguments)
    {
        using var process = Start(arguments);
        process.WaitForExit();
        return new SampleResult(process.ExitCode, process.Output.Select(x => x.Text).ToList());
    }

    /// <summary>Runs the build and interrupts it, as Ctrl-C does, when it writes a line with the text.</summary>
    public SampleResult Interrupt(string arguments, string text)
    {
        var seen = new TaskCompletionSource();
        using var process = Start(arguments, line =>
        {
            if (line.Contains(text))
                seen.TrySetResult();
        });
        seen.Task.Wait();
        ProcessTasks.StartProcess("kill", $"-INT {process.Id}", logInvocation: false).AssertZeroExitCode();
        process.WaitForExit();
        return new SampleResult(process.ExitCode, process.Output.Select(x => x.Text).ToList());
    }

    public void Dispose() => Root.DeleteDirectory();

    private IProcess Start(string arguments, Action<string>? observe = null) => ProcessTasks.StartProcess(
        s_build,
        arguments,
        Root,
        Environment,
        logInvocation: false,
        logger: (_, line) => observe?.Invoke(line));
}
