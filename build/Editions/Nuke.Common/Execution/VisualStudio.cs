namespace Nuke.Common.Execution;

public class VisualStudio : Terminal
{
    internal static bool IsRunningVisualStudio =>
        EnvironmentInfo.HasVariable("VisualStudioVersion", allowEmpty: false);
}
