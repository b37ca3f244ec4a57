using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>One column of a table.</summary>
/// <param name="Name">Its heading; clients print it in capitals.</param>
/// <param name="Type">OpenAPI type of the cells: <c>string</c>, <c>integer</c>, <c>date</c>.</param>
/// <param name="Priority">0 is always shown, more only by <c>-o wide</c>.</param>
/// <param name="Cell">Reads the cell of an object, at a time.</param>
internal sealed record TableColumn(string Name, string Type, int Priority, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    public string Format { get; init; } = "";

    public string Description { get; init; } = "";

    public static TableColumn Text(string name, Func<JsonObject, string?> cell, int priority = 0) =>
        new(name, "string", priority, (document, _) => cell(document) is { Length: > 0 } text ? text : "<none>");

    public static TableColumn Number(string name, params string[] path) =>
        new(name, "integer", 0, (document, _) => document.Number(path) ?? 0);

    public static TableColumn Age(string name = "Age", params string[] path) =>
        new(name, "string", 0, (document, now) => HumanDuration.Since(document.Text(path.Length > 0 ? path : ["metadata", "creationTimestamp"]), now));

    public static TableColumn ObjectName { get; } = new("Name", "string", 0, (document, _) => document.Text("metadata", "name")) { Format = "name" };
}
