using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.OpenApi;

/// <summary>The OpenAPI 3 document of one group and version: schemas of its kinds, and the operations that clients look at.</summary>
internal sealed class OpenApiDocument(ClusterStore store, IReadOnlyList<ResourceType> types)
{
    public JsonObject Write()
    {
        var schemas = new OpenApiSchemaWriter(store.Schemas);
        var paths = new JsonObject();
        foreach (var type in types)
        {
            schemas.Add(type);
            var root = type.Group.Length == 0 ? $"/api/{type.Version}" : $"/apis/{type.ApiVersion}";
            var collection = type.Namespaced ? $"{root}/namespaces/{{namespace}}/{type.Plural}" : $"{root}/{type.Plural}";
            paths[collection] = new JsonObject { ["get"] = Operation(type, "list"), ["post"] = Operation(type, "post") };
            if (type.Stored)
            {
                paths[collection + "/{name}"] = new JsonObject
                {
                    ["get"] = Operation(type, "get"),
                    ["put"] = Operation(type, "put"),
                    ["patch"] = Operation(type, "patch"),
                    ["delete"] = Operation(type, "delete"),
                };
            }
        }
        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = KubernetesApiServer.Version },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.Schemas },
        };
    }

    private static JsonObject Operation(ResourceType type, string action)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{action}{type.Kind}",
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
            ["x-kubernetes-action"] = action,
            ["x-kubernetes-group-version-kind"] = OpenApiSchemaWriter.GroupVersionKind(type),
        };
        // kubectl asks the server to validate only where the patch operation has this parameter.
        if (action is "post" or "put" or "patch")
            operation["parameters"] = new JsonArray([.. new[] { "dryRun", "fieldManager", "fieldValidation" }.Select(Parameter)]);
        if (action != "patch")
            return operation;
        operation["parameters"]!.AsArray().Add(Parameter("force"));
        var content = new JsonObject();
        string[] media = type.IsCustom
            ? ["application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json"]
            : ["application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json"];
        foreach (var form in media)
            content[form] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } };
        operation["requestBody"] = new JsonObject { ["content"] = content, ["required"] = true };
        return operation;
    }

    private static JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject { ["type"] = name == "force" ? "boolean" : "string", ["uniqueItems"] = true },
    };
}
