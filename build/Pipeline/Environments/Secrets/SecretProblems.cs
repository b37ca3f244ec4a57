using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>What can be wrong with a secret.</summary>
public static class SecretProblems
{
    public static readonly ProblemCode Literal = new("HUB1201", "A secret is written down",
        "Environments are committed and shared, so they only say where a secret is kept.",
        "Write { env: NAME }, { file: path } or { command: [sops, -d, file] }; consider the secret disclosed if it was committed");

    public static readonly ProblemCode VariableMissing = new("HUB1202", "The secret's environment variable is not set",
        "The variable does not exist or is empty.",
        "Set the variable and run again");

    public static readonly ProblemCode FileMissing = new("HUB1203", "The secret's file cannot be read",
        "The file does not exist, is a directory, is too large, or its permissions keep this user out.",
        "Create the file, readable by its owner only, or correct the path");

    public static readonly ProblemCode FileExposed = new("HUB1204", "Others can read the secret's file",
        "The file's permissions let its group or everyone read the secret.",
        "Run: chmod 600 <file>");

    public static readonly ProblemCode CommandFailed = new("HUB1205", "The secret's command failed",
        "The command exited with a code other than 0, took too long, or could not be started. Its standard input is empty, so it cannot ask anything.",
        "Run the command yourself in the directory of the file that names it, and see that it prints the secret");

    public static readonly ProblemCode Empty = new("HUB1206", "The secret is empty",
        "The file or the command gave nothing.",
        "Put the secret where the reference points");

    public static readonly ProblemCode Malformed = new("HUB1207", "The secret has the wrong form",
        "The secret is not text, holds a NUL character, or is not base64 where base64 is needed.",
        "Put the secret there as it was generated; a TSIG secret is the base64 text that tsig-keygen prints");

    public static readonly ProblemCode NotKept = new("HUB1208", "A rehearsal's secret cannot be kept",
        "The directory of the rehearsal's state cannot be written.",
        "Check the permissions of .nuke/temp");
}
