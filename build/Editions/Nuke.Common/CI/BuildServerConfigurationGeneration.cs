using Nuke.Common.Parameters;

namespace Nuke.Common.CI;

public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = "generate-configuration";

    /// <summary>Whether this process was started to generate a configuration.</summary>
    public static bool IsActive { get; } = ParameterService.GetParameter<string>(ConfigurationParameterName) is not null;
}
