using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Makes the parameters files known: the default one, and those of the profiles, of which the last named wins.</summary>
public class ArgumentsFromParametersFileAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (!Constants.GetNukeDirectory(NukeBuild.RootDirectory).DirectoryExists())
            return;

        ParameterService.Instance.ParametersFiles = ParametersFiles.Load(Build).Get;
    }
}
