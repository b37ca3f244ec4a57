using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetPackSettingsExtensions
{
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.Project, v));

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.Configuration, v));

    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoBuild, v));

    public static T EnableNoBuild<T>(this T o)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoBuild, true));

    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoRestore, v));

    public static T EnableNoRestore<T>(this T o)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoRestore, true));

    public static T SetOutputDirectory<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.OutputDirectory, v));

    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.Verbosity, v));

    public static T ResetVerbosity<T>(this T o)
        where T : DotNetPackSettings => o.Modify(x => x.Remove(() => o.Verbosity));

    public static T SetVersionSuffix<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.VersionSuffix, v));

    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoLogo, v));

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetPackSettings => o.Modify(x => x.Set(() => o.NoLogo, true));

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetPackSettings => o.Modify(x => x.SetDictionary(() => o.Properties, k, v));

    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetPackSettings => o.Modify(x => x.AddDictionary(() => o.Properties, k, v));

    public static T SetVersion<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(x => x.SetDictionary(() => o.Properties, "Version", v));
}
