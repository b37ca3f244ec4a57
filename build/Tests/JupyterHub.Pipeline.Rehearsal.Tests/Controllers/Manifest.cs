using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

internal static class Manifest
{
    /// <summary>The documents of a manifest, in their order.</summary>
    public static IReadOnlyList<JsonObject> Parse(string yaml) =>
        [.. yaml.Split("\n---", StringSplitOptions.TrimEntries).Select(text => YamlText.Parse(text.TrimStart('-'))).OfType<JsonObject>()];
}
