using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

/// <summary>Names of files, directories and parameters that the engine shares with editors and other tools.</summary>
internal static class Constants
{
    public const string NukeDirectoryName = ".nuke";
    public const string BuildSchemaFileName = "build.schema.json";
    public const string TargetsSeparator = "+";
    public const string RootDirectoryParameterName = "Root";
    public const string InvokedTargetsParameterName = "Target";
    public const string SkippedTargetsParameterName = "Skip";
    public const string LoadedLocalProfilesParameterName = "Profile";
    public const string CompletionParameterName = "shell-completion";
    public const string DefaultProfileName = "$default";

    public static AbsolutePath GetNukeDirectory(AbsolutePath rootDirectory) => rootDirectory / NukeDirectoryName;

    public static AbsolutePath GetTemporaryDirectory(AbsolutePath rootDirectory) => GetNukeDirectory(rootDirectory) / "temp";

    public static AbsolutePath GetBuildSchemaFile(AbsolutePath rootDirectory) => GetNukeDirectory(rootDirectory) / BuildSchemaFileName;

    public static AbsolutePath GetBuildAttemptFile(AbsolutePath rootDirectory) => GetTemporaryDirectory(rootDirectory) / "build-attempt.log";

    public static AbsolutePath GetParametersFile(AbsolutePath rootDirectory, string profile = DefaultProfileName) =>
        GetNukeDirectory(rootDirectory) / (profile == DefaultProfileName ? "parameters.json" : $"parameters.{profile}.json");

    /// <summary>The nearest directory upwards that has a <c>.nuke</c> directory; the user's home, where one may keep global files, does not count.</summary>
    public static AbsolutePath TryGetRootDirectoryFrom(AbsolutePath startDirectory)
    {
        var root = startDirectory.DescendantsAndSelf(x => x.Parent).FirstOrDefault(x => (x / NukeDirectoryName).DirectoryExists());
        return root is not null && root == EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile) ? null : root;
    }

    /// <summary>The parameter that holds the password of a profile's secrets, matched as all variables are: by its letters and digits.</summary>
    public static string GetProfilePasswordParameterName(string profile) =>
        $"PARAMS{profile.TrimStart(DefaultProfileName).ToUpperInvariant().Replace(".", string.Empty).Replace("_", string.Empty)}KEY";
}
