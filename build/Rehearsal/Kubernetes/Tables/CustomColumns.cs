using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Tables;

/// <summary>The columns of a custom resource: its definition's <c>additionalPrinterColumns</c>, or the age.</summary>
internal static class CustomColumns
{
    public static IReadOnlyList<TableColumn> Of(ClusterStore store, ResourceType type)
    {
        var definition = store.Get(store.Types["CustomResourceDefinition"], null, type.Definition!);
        var declared = definition.Items("spec", "versions")
            .FirstOrDefault(version => version.Text("name") == type.Version)
            .Items("additionalPrinterColumns")
            .Select(Column)
            .ToList();
        return [TableColumn.ObjectName, .. declared.Count > 0 ? declared : [TableColumn.Age()]];
    }

    private static TableColumn Column(JsonObject column)
    {
        var path = new JsonPath(column.Text("jsonPath") ?? "");
        var type = column.Text("type") ?? "string";
        return new TableColumn(column.Text("name") ?? "", type == "date" ? "string" : type, (int)(column.Number("priority") ?? 0), Cell)
        {
            Format = column.Text("format") ?? "",
            Description = column.Text("description") ?? "",
        };

        JsonNode? Cell(JsonObject document, DateTimeOffset now)
        {
            var found = path.Find(document).ToList();
            if (found.Count == 0)
                return null;
            return type switch
            {
                "date" => HumanDuration.Since(found[0]?.ToString(), now),
                "integer" => found[0].Number() is { } number ? number : null,
                "number" => found[0]?.DeepClone(),
                "boolean" => found[0].Flag() is { } flag ? flag : null,
                _ => string.Join(',', found.Select(value => value switch
                {
                    JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
                    null => "",
                    _ => string.Create(CultureInfo.InvariantCulture, $"{value.ToJsonString()}"),
                })),
            };
        }
    }
}
