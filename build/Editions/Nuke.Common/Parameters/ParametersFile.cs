using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Parameters;

/// <summary>The content of a profile's parameters file.</summary>
internal sealed class ParametersFile(string profile, AbsolutePath file)
{
    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string Profile { get; } = profile;

    public JsonElement Root { get; } = Parse(file);

    private static JsonElement Parse(AbsolutePath file)
    {
        Assert.FileExists(file);
        try
        {
            using var document = JsonDocument.Parse(file.ReadAllText(), s_options);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new Exception($"Parameters file '{file}' is not valid JSON: {exception.Message}", exception);
        }
    }
}
