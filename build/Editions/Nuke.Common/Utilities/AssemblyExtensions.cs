using System.Reflection;

namespace Nuke.Common.Utilities;

public static class AssemblyExtensions
{
    /// <summary>The version, the operating system family and the target framework, as the second line of the build output shows them.</summary>
    public static string GetInformationalText(this Assembly assembly) =>
        $"version {assembly.GetVersionText()} ({EnvironmentInfo.Platform},{EnvironmentInfo.Framework})";

    public static string GetVersionText(this Assembly assembly)
    {
        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? string.Empty;
        var plus = informational.IndexOf('+');
        return plus < 0 ? "LOCAL" : informational[..plus];
    }
}
