using System.Reflection;
using System.Text;

namespace JupyterHub.Pipeline.Problems;

/// <summary>The reference of all problem codes: a page per code and an index, made from the declarations.</summary>
public static class ProblemReference
{
    /// <summary>All codes that assemblies declare in classes named <c>*Problems</c>, by number.</summary>
    public static IReadOnlyList<ProblemCode> CodesOf(params IEnumerable<Assembly> assemblies)
        => [.. assemblies
            .SelectMany(x => x.GetTypes())
            .Where(x => x.Name.EndsWith("Problems", StringComparison.Ordinal))
            .SelectMany(x => x.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(x => x.FieldType == typeof(ProblemCode))
            .Select(x => (ProblemCode)x.GetValue(null)!)
            .OrderBy(x => x.Id, StringComparer.Ordinal)];

    /// <summary>The pages, by file name.</summary>
    public static IReadOnlyDictionary<string, string> Pages(IReadOnlyList<ProblemCode> codes)
    {
        var pages = codes.ToDictionary(x => $"{x.Id}.md", Page, StringComparer.Ordinal);
        pages["README.md"] = Index(codes);
        return pages;
    }

    /// <summary>Makes a folder hold these codes' pages and nothing else.</summary>
    public static void WriteTo(string folder, IReadOnlyList<ProblemCode> codes)
    {
        Directory.CreateDirectory(folder);
        var pages = Pages(codes);
        foreach (var stale in Directory.EnumerateFiles(folder).Where(x => !pages.ContainsKey(Path.GetFileName(x))))
            File.Delete(stale);
        foreach (var (name, text) in pages)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static string Page(ProblemCode code) => $"""
        # {code.Id}: {code.Title}

        {code.Meaning}

        **What to do:** {code.NextStep}

        """;

    private static string Index(IReadOnlyList<ProblemCode> codes)
    {
        var text = new StringBuilder("""
            # Problem codes

            Made from the declarations in the code; `./build.sh GenerateReference` makes it anew.

            | code | problem |
            |---|---|

            """);
        foreach (var code in codes)
            text.Append($"| [{code.Id}]({code.Id}.md) | {code.Title} |\n");
        return text.ToString();
    }
}
