namespace Nuke.Common.Tooling;

/// <summary>The command that a class of options belongs to.</summary>
public class CommandAttribute : Attribute
{
    public Type Type { get; set; }

    public string Command { get; set; }

    /// <summary>The first arguments of the command line.</summary>
    public string Arguments { get; set; }
}
