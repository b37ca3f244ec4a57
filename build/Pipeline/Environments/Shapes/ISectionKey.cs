using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>One key of a section.</summary>
internal interface ISectionKey
{
    string Name { get; }

    string Description { get; }

    bool Required { get; }

    /// <summary>The section under the key, if it is one.</summary>
    ISectionShape? Section { get; }

    /// <summary>The section that every item under the key is, if it is a list of sections.</summary>
    ISectionShape? Items { get; }

    /// <summary>Whether a file without the key, or without what it holds, is refused.</summary>
    bool Needed { get; }

    /// <summary>What the value must be; empty for a section.</summary>
    string Expected { get; }

    /// <summary>The value when the key is absent; <see langword="null"/> when there is none.</summary>
    JsonNode? Fallback { get; }

    /// <summary>The value of the entry, or of its absence.</summary>
    object? Read(SourceEntry? entry, SourcePosition section, string path, Binding binding);

    JsonObject ToSchema(bool whole);
}
