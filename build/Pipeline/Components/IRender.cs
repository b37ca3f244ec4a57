using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Nuke.Common.IO;

namespace JupyterHub.Pipeline.Components;

/// <summary>Shows what would be applied and installed, without a cluster and without secrets.</summary>
[TargetGroup("Environments and rehearsal", Order = 2)]
public interface IRender : IValidateEnvironment
{
    /// <summary>Where <c>Render</c> writes to.</summary>
    [Parameter("Folder that Render writes to - default: .nuke/temp/rendered/<environment>")]
    AbsolutePath RenderOutput => TryGetValue(() => RenderOutput);

    Target Render => _ => _
        .Description("Renders all manifests and values of an environment to a folder")
        .DependsOn<IValidateEnvironment>()
        .Executes(() => Deployment.RenderAllAsync(RenderOutput));
}
