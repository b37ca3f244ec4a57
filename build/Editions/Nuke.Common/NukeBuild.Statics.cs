using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    static NukeBuild()
    {
        try
        {
            RootDirectory = FindRootDirectory();
            Verbosity = ParameterService.GetParameter<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
            Host = ParameterService.GetParameter<Host>(nameof(Host)) ?? Host.Default;
        }
        catch (Exception exception)
        {
            // Thrown from here it would be a bare TypeInitializationException; the build reports it as its first failure instead.
            InitializationFailure = exception.Unwrap();
            RootDirectory ??= EnvironmentInfo.WorkingDirectory;
            Host ??= new Terminal();
        }

        TemporaryDirectory = Constants.GetTemporaryDirectory(RootDirectory);
        if (InitializationFailure is null)
            TryCreate(TemporaryDirectory);

        BuildAssemblyFile = FindBuildAssemblyFile();
        BuildAssemblyDirectory = BuildAssemblyFile?.Parent;
        BuildProjectFile = FindBuildProjectFile(BuildAssemblyDirectory);
        BuildProjectDirectory = BuildProjectFile?.Parent;
        LoadedLocalProfiles = ParameterService.GetParameter<string[]>(Constants.LoadedLocalProfilesParameterName) ?? [];
    }

    [Parameter("Root directory during build execution.", Name = Constants.RootDirectoryParameterName)]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    /// <summary>The entry assembly, or null when a test host runs the build.</summary>
    public static AbsolutePath BuildAssemblyFile { get; }

    public static AbsolutePath BuildAssemblyDirectory { get; }

    public static AbsolutePath BuildProjectDirectory { get; }

    public static AbsolutePath BuildProjectFile { get; }

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => (Verbosity)Logging.Level;
        set => Logging.Level = (LogLevel)value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host { get; set; }

    [Parameter("Defines the profiles to load.", Name = Constants.LoadedLocalProfilesParameterName)]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    internal static Exception InitializationFailure { get; }

    private static AbsolutePath FindRootDirectory()
    {
        if (ParameterService.GetParameter<AbsolutePath>(Constants.RootDirectoryParameterName) is { } root)
            return root;

        if (EnvironmentInfo.HasArgument(Constants.RootDirectoryParameterName))
            return EnvironmentInfo.WorkingDirectory;

        return Constants.TryGetRootDirectoryFrom(EnvironmentInfo.WorkingDirectory).NotNull(new[]
        {
            $"Could not locate '{Constants.NukeDirectoryName}' directory/file while walking up from '{EnvironmentInfo.WorkingDirectory}'.",
            "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation."
        }.JoinNewLine());
    }

    private static AbsolutePath FindBuildAssemblyFile()
    {
        var assembly = Assembly.GetEntryAssembly();
        if (assembly is not null && assembly.GetTypes().Any(x => x.IsSubclassOf(typeof(NukeBuild))))
            return assembly.Location.Length > 0 ? assembly.Location : Environment.GetCommandLineArgs()[0];

        var name = assembly?.GetName().Name;
        Assert.True(name is null or "testhost" || name.StartsWith("ReSharperTestRunner", StringComparison.Ordinal), $"Assembly name was '{name}'");
        return null;
    }

    private static AbsolutePath FindBuildProjectFile(AbsolutePath buildAssemblyDirectory) => buildAssemblyDirectory?
        .DescendantsAndSelf(x => x.Parent)
        .Select(x => Directory.EnumerateFiles(x, "*.csproj").SingleOrDefaultOrError($"Found multiple project files in '{x}'."))
        .FirstOrDefault(x => x is not null);

    private static void TryCreate(AbsolutePath directory)
    {
        try
        {
            directory.CreateDirectory();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A checkout that cannot be written can still show help; whoever needs the directory fails with its name.
        }
    }
}
