using Nuke.Common.Execution;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.CI;

/// <summary>Serves <c>--generate-configuration ID</c>: writes one configuration and ends.</summary>
public class GenerateBuildServerConfigurationsAttribute : BuildServerConfigurationGenerationAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var id = ParameterService.GetParameter<string>(BuildServerConfigurationGeneration.ConfigurationParameterName);
        if (id is null)
            return;

        GetGenerators(Build)
            .Where(x => x.Id == id)
            .SingleOrDefaultOrError($"Found multiple {nameof(IConfigurationGenerator)} with same ID '{id}'.")
            .NotNull($"There is no configuration '{id}'")
            .Generate(executableTargets);

        throw new ExitRequestedException(exitCode: 0);
    }
}
