using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

public static class ExecutionProblems
{
    public static readonly ProblemCode UnknownOption = new("HUB1901", "An option does not exist",
        "The command line has an option that no parameter of this build goes by. NUKE itself would ignore it and go on with the default.",
        "List the options with: ./build.sh --help");

    public static readonly ProblemCode UnusableValue = new("HUB1902", "A parameter's value can't be used",
        "The value on the command line, in the environment or in a parameters file is not of the kind that the parameter takes. NUKE itself would warn and go on with the default.",
        "Correct the value where it was found, or remove it");

    public static readonly ProblemCode UnknownTarget = new("HUB1903", "A target does not exist",
        "The command line names a target that this build does not have.",
        "List the targets with: ./build.sh --help");

    public static readonly ProblemCode MissingValue = new("HUB1904", "An option lacks its value",
        "The option stands at the end of the command line or before another option. A value can't begin with a dash.",
        "Put the value behind the option");

    public static readonly ProblemCode UnusableParameters = new("HUB1905", "A parameters file can't be read",
        "A file .nuke/parameters*.json is missing although a profile names it, or is not valid JSON.",
        "Correct the file, or name another profile with --profile");

    public static readonly ProblemCode WriteWhilePlanning = new("HUB1906", "A planned run tried to change something",
        "Nothing may be written while a run is only planned. This is a mistake in the target, not in your environment.",
        "Report it with the command that you ran");

    public static readonly ProblemCode Interrupted = new("HUB1907", "The run was interrupted",
        "The process was asked to stop (Ctrl-C, SIGTERM or a closed terminal). What was running was stopped, what had not started did not start.",
        "Run the same command again: what is done is left alone, and it goes on from there");

    public static readonly ProblemCode UnusableStart = new("HUB1908", "The build can't start",
        "Something that is needed before any target runs is missing or unusable: the repository's root, a writable .nuke/temp, a host name.",
        "Run it from within the repository, and see that .nuke/temp can be written");
}
