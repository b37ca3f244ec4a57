using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Brings generated configurations up to date in local builds, each in a process of its own that plays the configuration's host.</summary>
public class InvokeBuildServerConfigurationGenerationAttribute : BuildServerConfigurationGenerationAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (Build.IsServerBuild)
            return;

        var generators = GetGenerators(Build).Where(x => x.AutoGenerate).ToList();
        if (generators.Count == 0)
            return;

        var changed = generators.AsParallel().Select(HasChanged).ToList();
        if (!changed.Contains(true) || Build.Help || Console.IsInputRedirected)
            return;

        Host.Information("Press any key to continue ...");
        ConsoleOutput.ReadKey();
    }

    private bool HasChanged(IConfigurationGenerator generator)
    {
        var files = generator.GeneratedFiles.ToList();
        files.ForEach(x => x.Parent.CreateDirectory());
        var previousHashes = files.WhereFileExists().ToDictionary(x => x, x => x.GetFileHash());

        ProcessTasks.StartProcess(
                Build.BuildAssemblyFile,
                $"--{BuildServerConfigurationGeneration.ConfigurationParameterName} {generator.Id} --host {generator.HostName}",
                logInvocation: false,
                logOutput: false)
            .AssertZeroExitCode();

        var changedFiles = files.Where(x => x.GetFileHash() != previousHashes.GetValueOrDefault(x)).ToList();
        if (changedFiles.Count == 0)
            return false;

        Log.Warning("Configuration files for {Configuration} have changed.", generator.DisplayName);
        changedFiles.ForEach(x => Log.Verbose("Updated {File}", Build.RootDirectory.GetRelativePathTo(x)));
        return true;
    }
}
