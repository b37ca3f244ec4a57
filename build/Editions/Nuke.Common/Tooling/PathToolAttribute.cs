namespace Nuke.Common.Tooling;

/// <summary>The tool is found on the <c>PATH</c>.</summary>
public class PathToolAttribute : ToolAttribute
{
    public string Executable { get; set; }

    internal override ToolRequirement GetRequirement(string version = null) => new PathToolRequirement(Executable);
}
