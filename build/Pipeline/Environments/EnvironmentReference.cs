using System.Text;
using JupyterHub.Pipeline.Environments.Sections;
using JupyterHub.Pipeline.Environments.Shapes;

namespace JupyterHub.Pipeline.Environments;

/// <summary>The reference of every key of an environment's file, as Markdown, made from the description that also reads the file.</summary>
public static class EnvironmentReference
{
    private const string Introduction = """
        # Keys of an environment

        Made from the code; `./build.sh GenerateReference` makes it anew. How environments work is told in [environments.md](environments.md).


        """;

    private const string TableHead = "| key | it is | default | |\n|---|---|---|---|\n";

    /// <summary>The whole page.</summary>
    public static string Generate()
    {
        var text = new StringBuilder(Introduction).Append(TableHead);
        var sections = EnvironmentSection.Shape.Keys.Where(IsSection).ToList();
        foreach (var key in EnvironmentSection.Shape.Keys.Except(sections))
            Write(text, key, "");
        foreach (var section in sections)
        {
            text.Append($"\n## {section.Name}\n\n{Describe(section)}\n\n").Append(TableHead);
            foreach (var key in section.Section!.Keys)
                Write(text, key, "");
        }
        return text.ToString();
    }

    // A secret is a section, too, whose forms are the same everywhere.
    private static bool IsSection(ISectionKey key) => key is { Section: not null, Expected: "" };

    private static void Write(StringBuilder text, ISectionKey key, string parent)
    {
        var name = parent + key.Name;
        var fallback = key.Fallback?.ToJsonString(EnvironmentSchema.Readable).ReplaceLineEndings("");
        text.Append($"| `{name}` | {Cell(key.Expected)} | {(fallback is null or "\"\"" ? "" : $"`{Cell(fallback.Trim('"'))}`")} | {Cell(Describe(key))} |\n");
        if (IsSection(key))
            WriteAll(text, key.Section!, name + ".");
        else if (key.Items is { } items)
            WriteAll(text, items, name + "[].");
    }

    private static void WriteAll(StringBuilder text, ISectionShape section, string parent)
    {
        foreach (var key in section.Keys)
            Write(text, key, parent);
    }

    private static string Describe(ISectionKey key)
    {
        var groups = IsSection(key) ? key.Section!.Groups : [];
        var rules = groups.Select(x => $"{(x.OneNeeded ? "Exactly" : "At most")} one of {string.Join(", ", x.Names.Select(y => $"`{y}`"))}.");
        return string.Join(' ', new[] { key.Description, key.Needed ? "**Required.**" : "" }.Concat(rules).Where(x => x.Length > 0));
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
