using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.ProjectFile, v));

    public static T SetIgnoreFailedSources<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.IgnoreFailedSources, v));

    public static T EnableIgnoreFailedSources<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.IgnoreFailedSources, true));

    public static T SetLockedMode<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.LockedMode, v));

    public static T EnableLockedMode<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.LockedMode, true));

    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetRestoreSettings => o.Modify(x => x.Set(() => o.Verbosity, v));

    public static T ResetVerbosity<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(x => x.Remove(() => o.Verbosity));

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetRestoreSettings => o.Modify(x => x.SetDictionary(() => o.Properties, k, v));

    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetRestoreSettings => o.Modify(x => x.AddDictionary(() => o.Properties, k, v));
}
