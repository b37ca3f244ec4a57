using System.Collections;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Refuses a command line, environment and parameters files that NUKE would read in part and otherwise ignore.</summary>
public static class StrictCommandLine
{
    /// <summary>Whether this process was started with <c>--help</c>.</summary>
    internal static bool AsksForHelp => Environment.GetCommandLineArgs().Contains("--help");

    /// <summary>All problems of this process's invocation of a build: unknown options and targets, and values that can't be used.</summary>
    public static IReadOnlyList<Problem> Check(Type build) => Check(
        build,
        Environment.GetCommandLineArgs().Skip(1),
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""),
        Environment.CurrentDirectory);

    /// <param name="arguments">The command line without the program.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="workingDirectory">Where the search for the repository's root begins.</param>
    public static IReadOnlyList<Problem> Check(Type build, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, string workingDirectory)
    {
        var names = new DeclaredNames(build);
        var invocation = Invocation.Parse(arguments);
        IEnumerable<Problem> problems = [.. new CommandLineCheck(names, invocation).Problems(), .. new EnvironmentCheck(names, invocation, variables).Problems()];
        var profiles = invocation.Find("profile") ?? variables.GetValueOrDefault("NUKE_PROFILE")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        problems = problems.Concat(RootOf(workingDirectory, invocation) is { } root
            ? new ParametersFileCheck(names, root, profiles).Problems()
            : [new Problem(ExecutionProblems.UnusableStart, $"neither {workingDirectory} nor a folder above it has a folder .nuke") { NextStep = "Run it from within the repository, or name the repository's folder with --root" }]);
        return [.. problems];
    }

    // As NUKE finds it: --root, or the nearest folder above that has .nuke.
    private static string? RootOf(string workingDirectory, Invocation invocation)
    {
        if (invocation.Find("root") is { } values)
            return values is [var root, ..] ? Path.GetFullPath(root, workingDirectory) : workingDirectory;
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, ".nuke")))
                return directory.FullName;
        }
        return null;
    }
}
