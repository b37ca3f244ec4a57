namespace JupyterHub.Pipeline.Rehearsal.Tests.Charts;

/// <summary>A theory that needs real helm; skipped, with the command that provides it, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HelmTheoryAttribute : TheoryAttribute
{
    public HelmTheoryAttribute()
    {
        if (HelmCommandLine.Executable is null)
            Skip = $"helm is missing: {HelmCommandLine.Install}";
    }
}
