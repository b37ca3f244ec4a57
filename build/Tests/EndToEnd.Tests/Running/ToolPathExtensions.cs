namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

internal static class ToolPathExtensions
{
    // What build.sh needs, and no dotnet, npm, helm or curl.
    private static readonly string[] Needed =
        ["bash", "sh", "env", "dirname", "find", "stat", "sort", "cat", "sed", "head", "mkdir", "mktemp", "chmod", "flock", "id", "rm", "mv"];

    /// <summary>A search path on which little is: the programs of a bare machine, and scripts of the test.</summary>
    public static string ToolPath(this Checkout checkout, params (string Name, string Script)[] own)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(checkout.Root, "..", "bare-" + Guid.NewGuid().ToString("N"))).FullName;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        foreach (var name in Needed)
        {
            if (path.Select(directory => System.IO.Path.Combine(directory, name)).FirstOrDefault(File.Exists) is { } found)
                File.CreateSymbolicLink(System.IO.Path.Combine(folder, name), found);
        }
        foreach (var (name, script) in own)
        {
            var file = System.IO.Path.Combine(folder, name);
            File.WriteAllText(file, script);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return folder;
    }
}
