using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>What <c>build.sh</c> and <c>build.ps1</c> report before the build runs: HUB1990 to HUB1999. Declared here for the reference.</summary>
public static class BootstrapProblems
{
    public static readonly ProblemCode ReadOnly = new("HUB1990", "The checkout is read-only and the build is not compiled",
        "The first run, and the first after a source has changed, compiles the build into .nuke/temp, which can't be written.",
        "Run from a checkout that you can write to");

    public static readonly ProblemCode NoSdk = new("HUB1991", "The .NET SDK can't be had",
        "No .NET SDK that global.json accepts is on PATH, and Microsoft's installer could not be fetched or failed.",
        "Install the .NET SDK that global.json names, or a newer 10.0 one, and run the same command again");

    public static readonly ProblemCode DoesNotCompile = new("HUB1992", "The build does not compile",
        "A source, a project file or a package version under build/ was changed and the compiler, or the restore, refuses it.",
        "Correct what the messages name (they are kept in .nuke/temp/build/compile.log) and run the same command again");
}
