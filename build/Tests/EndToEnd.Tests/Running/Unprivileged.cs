namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>Runs the build as the user nobody, who can read everything and write nothing.</summary>
internal static class Unprivileged
{
    private const string Nobody = "65534";
    private const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static bool IsPossible => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv");

    public static async Task<BuildRun> RunAsync(Checkout checkout, params string[] arguments)
    {
        File.SetUnixFileMode(Path.GetDirectoryName(checkout.Root)!, Everybody);
        File.SetUnixFileMode(Path.GetDirectoryName((await CompiledBuild.Checkout).Root)!, Everybody);
        string[] asNobody = ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "bash", checkout.Path("build.sh"), .. arguments];
        return await BuildProcess.Start("setpriv", asNobody, checkout.Root, new Dictionary<string, string?> { ["HOME"] = "/nonexistent" }).Completion;
    }
}
