namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>A test on a pseudo-terminal.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!File.Exists("/usr/bin/script"))
            Skip = "script is missing, which gives a pseudo-terminal: apt-get install bsdutils";
    }
}
