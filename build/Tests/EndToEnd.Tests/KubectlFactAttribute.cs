using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>A test that asks with the real kubectl.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (Kubectl.Executable is null)
            Skip = "kubectl 1.34 or newer is missing: put it into .nuke/temp/tools (curl -Lo .nuke/temp/tools/kubectl https://dl.k8s.io/release/v1.35.2/bin/linux/amd64/kubectl; chmod +x .nuke/temp/tools/kubectl) or set KUBECTL_EXE";
    }
}
