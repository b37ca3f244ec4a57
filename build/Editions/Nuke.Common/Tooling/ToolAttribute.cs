namespace Nuke.Common.Tooling;

/// <summary>Says where a tool comes from.</summary>
public abstract class ToolAttribute : Attribute
{
    internal abstract ToolRequirement GetRequirement(string version = null);
}
