using System.Text.RegularExpressions;
using System.Xml;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.ProjectModel;

public static class SolutionModelExtensions
{
    /// <summary>Reads a <c>.slnx</c> or <c>.sln</c> file.</summary>
    public static Solution ReadSolution(this AbsolutePath path)
    {
        Assert.FileExists(path);
        return path.HasExtension(".slnx")
            ? new Solution(path, solution => ReadXml(path, solution))
            : new Solution(path, solution => ReadText(path, solution));
    }

    private static List<Project> ReadXml(AbsolutePath path, Solution solution)
    {
        var projects = new List<Project>();
        using var reader = XmlReader.Create(path);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, Name: "Project" } && reader.GetAttribute("Path") is { } file)
                projects.Add(Create(reader.GetAttribute("DisplayName"), file, isTopLevel: reader.Depth == 1, solution));
        }

        return projects;
    }

    /// <summary>Project lines name type, name, path and id; nested ones follow in a section of <c>{child} = {parent}</c>.</summary>
    private static List<Project> ReadText(AbsolutePath path, Solution solution)
    {
        const string FolderType = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

        var text = path.ReadAllText();
        var nested = Regex.Matches(text, @"^\s*(\{[0-9A-F-]+\}) = \{[0-9A-F-]+\}\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)
            .Select(x => x.Groups[1].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Regex.Matches(text, """^Project\("([^"]+)"\) = "([^"]+)", "([^"]+)", "([^"]+)"\s*$""", RegexOptions.Multiline)
            .Where(x => !x.Groups[1].Value.EqualsOrdinalIgnoreCase(FolderType))
            .Select(x => Create(x.Groups[2].Value, x.Groups[3].Value, !nested.Contains(x.Groups[4].Value), solution))
            .ToList();
    }

    private static Project Create(string name, string path, bool isTopLevel, Solution solution)
    {
        path = path.Replace('\\', Path.DirectorySeparatorChar);
        return new Project(name ?? Path.GetFileNameWithoutExtension(path), path, isTopLevel, solution);
    }
}
