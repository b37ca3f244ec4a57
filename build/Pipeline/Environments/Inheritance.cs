using JupyterHub.Pipeline.Environments.Sections;
using JupyterHub.Pipeline.Environments.Yaml;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Environments;

/// <summary>Follows <c>extends:</c> and lays each file over the one that it extends.</summary>
internal sealed class Inheritance(string root, ICollection<Problem> problems)
{
    private const int LengthLimit = 16;

    private readonly List<SourceDocument> _chain = [];

    /// <summary>The document with everything that it inherits, or <see langword="null"/> when one of the files cannot be used.</summary>
    public SourceMapping? Read(SourceDocument document)
    {
        _chain.Add(document);
        if (YamlFile.Read(document, problems) is not { } mapping)
            return null;
        if (mapping.Find("extends") is not { Value.IsNull: false } extends)
            return mapping;
        if (extends.Value is not SourceScalar { ScalarKind: ScalarKind.Text } target)
            return mapping;
        if (Base(document, target) is not { } below || Read(below) is not { } inherited)
            return null;
        // The name is the file's own, and what the base extends has been followed.
        var passedOn = inherited.Entries.Where(entry => entry.Key is not ("name" or "extends")).ToList();
        return YamlMerge.Over(new SourceMapping(inherited.Position, passedOn), mapping, EnvironmentSection.Shape);
    }

    private SourceDocument? Base(SourceDocument document, SourceScalar target)
    {
        var below = SourceDocument.Of(Path.Combine(document.Directory, target.Text), root);
        if (_chain.Any(passed => passed.FullPath == below.FullPath) || _chain.Count >= LengthLimit)
        {
            var chain = string.Join(" → ", _chain.Append(below).Select(passed => Path.GetFileName(passed.FullPath)));
            Report(EnvironmentProblems.InheritanceCycle, target, $"extends goes in a circle, or too far: {chain}");
            return null;
        }
        if (File.Exists(below.FullPath))
            return below;
        var directory = Path.GetDirectoryName(below.FullPath)!;
        var neighbours = Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.y*ml").Select(file => Path.GetFileName(file)!) : [];
        Report(EnvironmentProblems.BaseNotFound, target,
            $"extends '{target.Text}', which does not exist{NearestName.Hint(Path.GetFileName(target.Text), neighbours.Order(StringComparer.Ordinal))}");
        return null;
    }

    private void Report(ProblemCode code, SourceNode node, string message) =>
        problems.Add(new Problem(code, message) { Location = node.Position.ToString() });
}
