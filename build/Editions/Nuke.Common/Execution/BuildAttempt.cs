using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Remembers in <c>build-attempt.log</c> which targets have succeeded, for <c>--continue</c>: the hash of the invocation, then one
/// target a line.
/// </summary>
internal sealed class BuildAttempt(AbsolutePath file, IReadOnlyCollection<string> succeeded)
{
    public static BuildAttempt Begin(NukeBuild build)
    {
        var file = Constants.GetBuildAttemptFile(NukeBuild.RootDirectory);
        var hash = EnvironmentInfo.CommandLineArguments
            .Where(x => !x.StartsWith('-') || x.TrimStart("-").EqualsOrdinalIgnoreCase(nameof(build.Continue)))
            .JoinSpace()
            .GetMD5Hash();

        var succeeded = build.Continue ? ReadSucceeded(file, hash) : [];
        TryWrite(() => file.WriteAllLines(succeeded.Prepend(hash)));
        return new BuildAttempt(file, succeeded);
    }

    public bool HasSucceeded(ExecutableTarget target) => succeeded.Contains(target.Name);

    public void Record(ExecutableTarget target) => TryWrite(() => File.AppendAllLines(file, [target.Name]));

    private static string[] ReadSucceeded(AbsolutePath file, string hash)
    {
        if (!file.FileExists())
            return [];

        var lines = file.ReadAllLines();
        if (lines.FirstOrDefault() == hash)
            return lines[1..];

        Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }

    /// <summary>A checkout that cannot be written cannot be continued, but it can be built.</summary>
    private static void TryWrite(Action write)
    {
        try
        {
            write.Invoke();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.Verbose("Could not write the build attempt: {Message}", exception.Message);
        }
    }
}
