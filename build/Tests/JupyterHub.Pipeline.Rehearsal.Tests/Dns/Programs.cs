namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>Finds programs on PATH and where Debian puts a server's, which is not on every user's PATH.</summary>
internal static class Programs
{
    public const string InstallBind = "apt-get install -y --no-install-recommends bind9 bind9-dnsutils";

    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(["/usr/local/sbin", "/usr/sbin", "/sbin"])
            .Where(directory => directory.Length > 0)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(File.Exists);
}
