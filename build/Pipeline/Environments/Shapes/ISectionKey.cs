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

    /// <summary>The value of the entry, or of its absence.</summary>
    object? Read(SourceEntry? entry, SourcePosition section, string path, Binding binding);

    JsonObject ToSchema(bool whole);
}
