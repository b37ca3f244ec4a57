using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Sections;

namespace JupyterHub.Pipeline.Environments;

/// <summary>The JSON Schema of an environment's file, made from the description that also reads it.</summary>
public static class EnvironmentSchema
{
    internal static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>
    /// The schema (draft 7). It demands nothing of a section, because the file that this one extends may complete it; everything else is
    /// as strict as loading, apart from what holds between values.
    /// </summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "JupyterHub.Pipeline environment",
        };
        foreach (var (name, value) in EnvironmentSection.Shape.ToSchema(whole: false))
            schema[name] = value?.DeepClone();
        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>Writes the schema where it differs from what the file holds; whether it did.</summary>
    public static bool WriteTo(string path)
    {
        var schema = Generate();
        if (File.Exists(path) && File.ReadAllText(path) == schema)
            return false;
        File.WriteAllText(path, schema);
        return true;
    }
}
