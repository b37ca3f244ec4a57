namespace Nuke.Common.ProjectModel;

public interface IProjectContainer
{
    /// <summary>The projects directly in the container.</summary>
    IReadOnlyCollection<Project> Projects { get; }
}
