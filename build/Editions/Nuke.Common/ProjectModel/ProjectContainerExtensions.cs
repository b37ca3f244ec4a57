namespace Nuke.Common.ProjectModel;

public static class ProjectContainerExtensions
{
    /// <summary>The project of the name directly in the container, or null.</summary>
    public static Project GetProject(this IProjectContainer container, string name) => container.Projects.SingleOrDefault(x => x.Name == name);
}
