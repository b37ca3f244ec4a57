using Nuke.Common;

/// <summary>Turns off all of the engine's output but errors and warnings, when the variable <c>SAMPLE_BARE</c> is set.</summary>
public sealed class BareOutputAttribute() : DisableDefaultOutputAttribute(
    DefaultOutput.Logo,
    DefaultOutput.TargetHeader,
    DefaultOutput.TargetCollapse,
    DefaultOutput.TargetOutcome,
    DefaultOutput.BuildOutcome,
    DefaultOutput.Timestamps)
{
    public override bool IsApplicable(INukeBuild build) => EnvironmentInfo.HasVariable("SAMPLE_BARE");
}
