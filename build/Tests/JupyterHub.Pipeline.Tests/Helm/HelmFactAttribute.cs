namespace JupyterHub.Pipeline.Tests.Helm;

/// <summary>A test that real helm runs; skipped, with the way to get it, where it is not.</summary>
public sealed class HelmFactAttribute : FactAttribute
{
    public HelmFactAttribute()
    {
        if (HelmTools.Helm is null)
            Skip = "helm 4 is missing: ./build.sh DeployOnPrem fetches it into .nuke/temp/tools, or set HELM_EXE";
    }
}
