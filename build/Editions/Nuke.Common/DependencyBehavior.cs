namespace Nuke.Common;

/// <summary>What happens to a skipped target's dependencies.</summary>
public enum DependencyBehavior
{
    /// <summary>Dependencies that no other scheduled target needs are skipped too.</summary>
    Skip,

    /// <summary>Dependencies are executed nonetheless.</summary>
    Execute
}
