namespace Nuke.Common.Tooling;

public static class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string value)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessToolPath, value));

    public static T SetProcessWorkingDirectory<T>(this T o, string value)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessWorkingDirectory, value));

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(x => x.SetDictionary(() => o.ProcessEnvironmentVariables, key, value));

    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(x => x.AddDictionary(() => o.ProcessEnvironmentVariables, key, value));

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key)
        where T : ToolOptions => o.Modify(x => x.RemoveDictionary(() => o.ProcessEnvironmentVariables, key));

    public static T SetProcessExecutionTimeout<T>(this T o, int? value)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessExecutionTimeout, value));

    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessExecutionTimeout, (int)value.TotalMilliseconds));

    public static T EnableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessOutputLogging, true));

    public static T DisableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessOutputLogging, false));

    public static T EnableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessInvocationLogging, true));

    public static T DisableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessInvocationLogging, false));

    public static T EnableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessExitHandling, true));

    public static T DisableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessExitHandling, false));

    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(x => x.AddCollection(() => o.ProcessRedactedSecrets, v));

    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(x => x.Set(() => o.ProcessAdditionalArguments, v));

    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(x => x.AddCollection(() => o.ProcessAdditionalArguments, v));
}
