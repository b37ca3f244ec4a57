namespace Nuke.Common.Execution;

/// <summary>A JSON object with its properties in the order of their creation.</summary>
internal sealed class JsonObject : OrderedDictionary<string, object>;
