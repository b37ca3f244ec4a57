using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Lets the running server's generator keep state for later jobs.</summary>
internal sealed class SerializeBuildServerStateAttribute : BuildServerConfigurationGenerationAttributeBase, IOnBuildFinished
{
    public void OnBuildFinished() => GetGenerators(Build).FirstOrDefault(x => x.HostType == Build.Host.GetType())?.SerializeState();
}
