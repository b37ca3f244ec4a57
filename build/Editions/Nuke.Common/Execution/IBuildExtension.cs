namespace Nuke.Common.Execution;

public interface IBuildExtension
{
    /// <summary>Higher priorities run first.</summary>
    float Priority { get; }
}
