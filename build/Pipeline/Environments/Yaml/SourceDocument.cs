namespace JupyterHub.Pipeline.Environments.Yaml;

/// <summary>A file that values come from.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="DisplayPath">How it is named in messages: relative to the repository where it lies below it.</param>
internal sealed record SourceDocument(string FullPath, string DisplayPath)
{
    public string Directory => Path.GetDirectoryName(FullPath)!;

    /// <summary>Names a file relative to <paramref name="root"/> where it lies below it.</summary>
    public static SourceDocument Of(string path, string root)
    {
        var full = Path.GetFullPath(path, root);
        var relative = Path.GetRelativePath(root, full);
        var outside = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return new SourceDocument(full, outside ? full : relative.Replace('\\', '/'));
    }
}
