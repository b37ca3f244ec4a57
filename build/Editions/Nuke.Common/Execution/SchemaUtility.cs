using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>The JSON Schema of a build's parameters files.</summary>
public class SchemaUtility
{
    public static string GetJsonString(INukeBuild build) => JsonText.Write(new ParametersSchema(build).Create());

    public static JsonDocument GetJsonDocument(INukeBuild build) => JsonDocument.Parse(GetJsonString(build));
}
