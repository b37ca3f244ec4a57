using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A section, whatever it becomes.</summary>
internal interface ISectionShape
{
    IReadOnlyList<ISectionKey> Keys { get; }

    IReadOnlyList<KeyGroup> Groups { get; }

    /// <summary>Whether a section with nothing in it is refused.</summary>
    bool NeedsContent { get; }

    /// <summary>The keys that give way where <paramref name="key"/> is set.</summary>
    IEnumerable<string> ExcludedBy(string key);

    /// <summary>The section under <paramref name="key"/>, if it is one.</summary>
    ISectionShape? SectionOf(string key);

    JsonObject ToSchema(bool whole);
}
