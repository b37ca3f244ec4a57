using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>
/// What a value may be. One description reads the value, words the errors and writes the JSON Schema, so that the three cannot disagree.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>What it must be, to end the sentence "it must be"; empty for a section, whose keys say it.</summary>
    public virtual string Expected => "";

    /// <summary>The value, or the type's default after a problem has been reported.</summary>
    public abstract T Read(SourceNode node, string path, Binding binding);

    /// <summary>The JSON Schema (draft 7) of the value.</summary>
    /// <param name="whole">Whether the value stands complete in one file; a section may be completed by the file that it extends.</param>
    public abstract JsonObject ToSchema(bool whole);

    /// <summary>The value as an environment would write it.</summary>
    public abstract JsonNode? ToJson(T value);
}
