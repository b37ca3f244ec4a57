using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetTestSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.ProjectFile, v));

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.Configuration, v));

    public static T SetFramework<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.Framework, v));

    public static T SetFilter<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.Filter, v));

    public static T SetLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.Loggers, v));

    public static T AddLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => o.Modify(x => x.AddCollection(() => o.Loggers, v));

    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoBuild, v));

    public static T EnableNoBuild<T>(this T o)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoBuild, true));

    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoRestore, v));

    public static T EnableNoRestore<T>(this T o)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoRestore, true));

    public static T SetResultsDirectory<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.ResultsDirectory, v));

    public static T SetSettingsFile<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.SettingsFile, v));

    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.Verbosity, v));

    public static T ResetVerbosity<T>(this T o)
        where T : DotNetTestSettings => o.Modify(x => x.Remove(() => o.Verbosity));

    public static T SetRunSetting<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(x => x.SetDictionary(() => o.RunSettings, k, v));

    public static T AddRunSetting<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(x => x.AddDictionary(() => o.RunSettings, k, v));

    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoLogo, v));

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetTestSettings => o.Modify(x => x.Set(() => o.NoLogo, true));

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(x => x.SetDictionary(() => o.Properties, k, v));

    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(x => x.AddDictionary(() => o.Properties, k, v));
}
