using Nuke.Common;

namespace JupyterHub.Pipeline.Components;

/// <summary>What every target of a deployment works with.</summary>
public interface IHazDeployment : INukeBuild
{
    /// <summary>The environments to work on, by name or pattern: <c>onprem-berlin</c>, <c>'onprem-*'</c>.</summary>
    [Parameter("Environment under environments/: a name, or a pattern where a target takes several - default: the target's rehearsal")]
    string HubEnvironment => TryGetValue(() => HubEnvironment);

    /// <summary>Takes every chart from this directory instead of its repository.</summary>
    [Parameter("Directory that holds all charts, as folders or archives - default: the environment's chart repositories")]
    string ChartsDirectory => TryGetValue(() => ChartsDirectory);

    /// <summary>The one deployment that this build works on.</summary>
    Deployment Deployment { get; }
}
