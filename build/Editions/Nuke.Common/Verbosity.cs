namespace Nuke.Common;

/// <summary>How much the console shows.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet
}
