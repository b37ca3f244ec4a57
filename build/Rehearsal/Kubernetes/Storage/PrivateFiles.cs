namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>Files and directories that only their owner can read: they hold keys, tokens and Secrets.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerFile | UnixFileMode.UserExecute);
    }

    /// <summary>Opens without a buffer, so that a write is with the system when it returns.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.Create or FileMode.OpenOrCreate or FileMode.CreateNew)
            options.UnixCreateMode = OwnerFile;
        return new FileStream(path, options);
    }

    /// <summary>Replaces the file as a whole, or leaves it as it was.</summary>
    public static void Write(string path, string content)
    {
        var replacement = path + ".new";
        File.Delete(replacement);
        using (var file = Open(replacement, FileMode.Create, FileShare.None))
            file.Write(System.Text.Encoding.UTF8.GetBytes(content));
        File.Move(replacement, path, overwrite: true);
    }
}
