namespace Nuke.Common.Tests.Execution;

/// <summary>A build that records what happens to its targets.</summary>
public sealed class RecordingBuild : NukeBuild
{
    public List<string> Events { get; } = [];

    protected internal override void OnTargetRunning(string target) => Events.Add($"running {target}");

    protected internal override void OnTargetSkipped(string target) => Events.Add($"skipped {target}");

    protected internal override void OnTargetSucceeded(string target) => Events.Add($"succeeded {target}");

    protected internal override void OnTargetFailed(string target) => Events.Add($"failed {target}");
}
