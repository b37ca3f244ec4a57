using Nuke.Common;

namespace JupyterHub.Pipeline.Execution;

/// <summary>NUKE's record of a run for <c>--continue</c>: the invocation's hash, then a succeeded target a line.</summary>
internal static class AttemptFile
{
    /// <summary>What a continued run has behind it. NUKE has dropped it by now when the invocation is another one.</summary>
    public static IReadOnlySet<string> Succeeded(INukeBuild build)
    {
        string file = build.TemporaryDirectory / "build-attempt.log";
        return build.Continue && File.Exists(file) ? File.ReadAllLines(file).Skip(1).ToHashSet(StringComparer.Ordinal) : [];
    }

    /// <summary>Records a target that NUKE has not come to.</summary>
    public static void Record(INukeBuild build, string target)
    {
        try
        {
            File.AppendAllLines(build.TemporaryDirectory / "build-attempt.log", [target]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A checkout that can't be written can't be continued either; that is no reason to fail what has succeeded.
        }
    }
}
