using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.CI;

public class BuildServerConfigurationGenerationAttributeBase : BuildExtensionAttributeBase
{
    protected static IEnumerable<IConfigurationGenerator> GetGenerators(INukeBuild build) =>
        build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().ForEachLazy(x => x.Build = build);
}
