namespace Nuke.Common.Execution;

/// <summary>What a target takes from another; all that the other produces when no artifact is named.</summary>
internal sealed class ConsumedArtifacts(Target producer, string[] artifacts)
{
    public Target Producer { get; } = producer;

    public string[] Artifacts { get; } = artifacts;
}
