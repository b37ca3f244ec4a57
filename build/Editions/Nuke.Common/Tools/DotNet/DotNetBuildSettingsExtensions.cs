using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetBuildSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.ProjectFile, v));

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.Configuration, v));

    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.NoRestore, v));

    public static T EnableNoRestore<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.NoRestore, true));

    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.Verbosity, v));

    public static T ResetVerbosity<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(x => x.Remove(() => o.Verbosity));

    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.NoLogo, v));

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(x => x.Set(() => o.NoLogo, true));

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings => o.Modify(x => x.SetDictionary(() => o.Properties, k, v));

    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings => o.Modify(x => x.AddDictionary(() => o.Properties, k, v));

    public static T EnableContinuousIntegrationBuild<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(x => x.SetDictionary(() => o.Properties, "ContinuousIntegrationBuild", true));
}
