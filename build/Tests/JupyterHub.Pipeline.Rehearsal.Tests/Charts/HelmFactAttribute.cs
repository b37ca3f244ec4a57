namespace JupyterHub.Pipeline.Rehearsal.Tests.Charts;

/// <summary>A test that needs real helm; skipped, with the command that provides it, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HelmFactAttribute : FactAttribute
{
    public HelmFactAttribute()
    {
        if (HelmCommandLine.Executable is null)
            Skip = $"helm is missing: {HelmCommandLine.Install}";
    }
}
