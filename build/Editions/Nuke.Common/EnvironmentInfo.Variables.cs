using System.Collections.ObjectModel;
using System.Text.RegularExpressions;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>A snapshot of the process's environment variables.</summary>
    public static ReadOnlyDictionary<string, string> Variables =>
        Environment.GetEnvironmentVariables().ToGeneric<string, string>(StringComparer.Ordinal).AsReadOnly();

    /// <summary>The directories of <c>PATH</c>, expanded.</summary>
    public static IReadOnlyCollection<string> Paths =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Where(x => !string.IsNullOrWhiteSpace(x))
        .Select(ExpandVariables)
        .ToList();

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value
            ? (T)ReflectionUtility.Convert(value, typeof(T), separator, booleanDefault: false)
            : default;

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value.ToString());

    public static void RemoveVariable(string name) => SetVariable(name, value: null);

    /// <summary>Replaces <c>%NAME%</c> on Windows; elsewhere a leading <c>~</c> and <c>$NAME</c>.</summary>
    public static string ExpandVariables(string value)
    {
        if (IsWin)
            return Environment.ExpandEnvironmentVariables(value);

        if (value.StartsWith('~'))
            value = GetVariable("HOME") + value[1..];

        return value.Contains('$')
            ? Regex.Replace(value, @"\$([a-z_][a-z0-9_]*)", x => GetVariable(x.Groups[1].Value), RegexOptions.IgnoreCase)
            : value;
    }
}
