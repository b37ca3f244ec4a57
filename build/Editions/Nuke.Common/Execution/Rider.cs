using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

public class Rider : Terminal
{
    internal static bool IsRunningRider =>
        EnvironmentInfo.HasVariable("IDEA_INITIAL_DIRECTORY", allowEmpty: false) ||
        (EnvironmentInfo.GetVariable("XPC_SERVICE_NAME")?.ContainsOrdinalIgnoreCase("com.jetbrains.rider") ?? false) ||
        (EnvironmentInfo.GetVariable("TERMINAL_EMULATOR")?.ContainsOrdinalIgnoreCase("JetBrains-JediTerm") ?? false);
}
