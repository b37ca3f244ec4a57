using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string name, string relativePath, bool isTopLevel, Solution solution)
        : base(name, solution)
    {
        RelativePath = relativePath;
        IsTopLevel = isTopLevel;
    }

    public string RelativePath { get; }

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Directory => Path.Parent;

    internal bool IsTopLevel { get; }

    public static implicit operator string(Project project) => project.Path;

    public static implicit operator AbsolutePath(Project project) => project.Path;
}
