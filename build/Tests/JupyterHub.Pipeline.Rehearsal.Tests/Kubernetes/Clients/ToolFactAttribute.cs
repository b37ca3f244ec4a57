namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

/// <summary>A test that real helm and kubectl run; skipped, with the way to get them, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute()
    {
        if (Tools.Kubectl is null)
            Skip = "kubectl 1.34 or newer is missing: ./build.sh DeployOnPrem fetches it into .nuke/temp/tools, or set KUBECTL_EXE";
        else if (Tools.Helm is null)
            Skip = "helm 4 is missing: ./build.sh DeployOnPrem fetches it into .nuke/temp/tools, or set HELM_EXE";
    }
}
