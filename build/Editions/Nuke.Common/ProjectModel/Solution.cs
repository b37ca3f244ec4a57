using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution and its projects.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    internal Solution(AbsolutePath path, Func<Solution, IReadOnlyCollection<Project>> projects)
    {
        Path = path;
        AllProjects = projects.Invoke(this);
    }

    public AbsolutePath Path { get; set; }

    public string Name => Path?.NameWithoutExtension;

    public string FileName => Path?.Name;

    public AbsolutePath Directory => Path?.Parent;

    /// <summary>The projects, those in solution folders included.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; }

    /// <summary>The projects that are in no solution folder.</summary>
    public IReadOnlyCollection<Project> Projects => AllProjects.Where(x => x.IsTopLevel).ToList();

    public static implicit operator string(Solution solution) => solution.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    /// <summary>The projects whose names match a pattern in which <c>*</c> stands for any text.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var expression = new Regex($"^{Regex.Escape(wildcardPattern).Replace("\\*", ".*")}$");
        return AllProjects.Where(x => expression.IsMatch(x.Name));
    }
}
