using JupyterHub.Pipeline.Environments;
using Nuke.Common.Execution;
using Serilog;

namespace JupyterHub.Pipeline.Components;

public sealed partial class Deployment
{
    /// <summary>
    /// Checks the environments that are named, by name or pattern: on its own all of them when none is named, and before a deployment the one to deploy.
    /// </summary>
    /// <exception cref="Problems.ProblemException">Something is wrong: every problem of every file.</exception>
    public void Validate()
    {
        var catalog = new EnvironmentCatalog(_build.RootDirectory);
        var checkedOnly = _build.ExecutionPlan.All(x => x.Name == nameof(IValidateEnvironment.ValidateEnvironment));
        IReadOnlyList<DeploymentEnvironment> environments = !checkedOnly ? [_environment.Value]
            : _build.HubEnvironment is { } named ? catalog.Select(named)
            : catalog.Select(catalog.Names);
        foreach (var environment in environments)
        {
            foreach (var warning in environment.Warnings)
                Log.Warning("{Problem}", warning.ToString());
            Log.Information("{Name} is valid: {Platform}, {Provider}, hub at {Host}", environment.Name, environment.Platform, environment.Cluster.Provider, environment.Hub.Host);
        }
    }
}
