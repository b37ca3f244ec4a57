namespace Nuke.Common.Execution;

public class VSCode : Terminal
{
    internal static bool IsRunningVSCode =>
        EnvironmentInfo.HasVariable("VSCODE_GIT_IPC_HANDLE", allowEmpty: false) ||
        EnvironmentInfo.HasVariable("VSCODE_PID", allowEmpty: false);
}
