using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Templates;

/// <summary>Where templates come from: a file in the repository wins over the library's of the same relative path.</summary>
/// <param name="repository">The repository's root.</param>
/// <param name="library">The library's files, which lie beside its assembly unless said otherwise.</param>
public sealed class TemplateSource(string repository, string? library = null)
{
    private static readonly string[] Folders = ["manifests", "helm-values"];

    private readonly string _repository = Path.GetFullPath(repository);
    private readonly string _library = Path.GetFullPath(library ?? AppContext.BaseDirectory);

    /// <summary>The paths of all templates, in order.</summary>
    public IReadOnlyList<string> Paths =>
        [.. new[] { _repository, _library }.SelectMany(PathsBelow).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads a template.</summary>
    /// <param name="path">Its relative path, with slashes.</param>
    /// <exception cref="ProblemException">There is none, or it cannot be read.</exception>
    public TemplateFile Read(string path)
    {
        var own = Path.Combine(_repository, path);
        var builtIn = Path.Combine(_library, path);
        var isOwn = File.Exists(own);
        if (!isOwn && !File.Exists(builtIn))
            throw new ProblemException(new Problem(TemplateProblems.NotFound, $"There is no template '{path}'{NearestName.Hint(path, Paths)}"));
        try
        {
            var file = isOwn ? own : builtIn;
            return new TemplateFile(path, file, File.ReadAllText(file), IsOverride: isOwn && File.Exists(builtIn) && Path.GetFullPath(own) != Path.GetFullPath(builtIn));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(TemplateProblems.NotFound, $"The template '{path}' cannot be read") { Cause = exception.Message });
        }
    }

    private static IEnumerable<string> PathsBelow(string root) =>
        from folder in Folders
        let directory = Path.Combine(root, folder)
        where Directory.Exists(directory)
        from file in Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
        select Path.GetRelativePath(root, file).Replace('\\', '/');
}
