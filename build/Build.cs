using JupyterHub.Pipeline.Components;
using JupyterHub.Pipeline.Rehearsal;
using Nuke.Common;

public sealed class Build : NukeBuild, IDeployOnPrem, IStartRehearsal
{
    private Deployment? _deployment;

    public static int Main() => Execute<Build>();

    public Deployment Deployment => LazyInitializer.EnsureInitialized(ref _deployment, () => new Deployment(this, new RehearsalPlatform()));
}
