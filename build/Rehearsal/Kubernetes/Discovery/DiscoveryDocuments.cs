using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Http;
using Microsoft.AspNetCore.Http;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Discovery;

/// <summary>Answers what the server has: versions, groups and resources, one by one and aggregated.</summary>
internal sealed class DiscoveryDocuments(ClusterStore store)
{
    private static readonly string[] Verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    public Task AnswerAsync(HttpContext context, string path)
    {
        if (context.Request.Method is not ("GET" or "HEAD"))
            throw ApiErrors.MethodNotAllowed();
        var aggregated = AcceptsAggregated(context.Request);
        return path.Trim('/').Split('/') switch
        {
            [""] => ApiResponse.WriteAsync(context, new JsonObject { ["paths"] = Paths() }),
            ["version"] => ApiResponse.WriteAsync(context, Version()),
            ["api"] when aggregated => AggregatedAsync(context, core: true),
            ["apis"] when aggregated => AggregatedAsync(context, core: false),
            ["api"] => ApiResponse.WriteAsync(context, new JsonObject
            {
                ["kind"] = "APIVersions",
                ["versions"] = new JsonArray("v1"),
                ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = context.Request.Host.Value }),
            }),
            ["apis"] => ApiResponse.WriteAsync(context, new JsonObject
            {
                ["kind"] = "APIGroupList",
                ["apiVersion"] = "v1",
                ["groups"] = new JsonArray([.. Groups().Where(group => group.Key.Length > 0).Select(group => Group(group))]),
            }),
            ["apis", var name] when Groups().FirstOrDefault(group => group.Key == name) is { } group => ApiResponse.WriteAsync(context, Group(group, full: true)),
            ["api", "v1"] => ResourcesAsync(context, "v1"),
            ["apis", var name, var version] => ResourcesAsync(context, $"{name}/{version}"),
            _ => throw ApiErrors.UnknownPath(),
        };
    }

    // In the order in which groups appear; within a group the preferred version first.
    private IEnumerable<IGrouping<string, ResourceType>> Groups() => store.Types.All.GroupBy(type => type.Group);

    private static IEnumerable<IGrouping<string, ResourceType>> Versions(IEnumerable<ResourceType> group) =>
        group.GroupBy(type => type.Version).OrderBy(version => version.Key, ApiVersionOrder.Instance);

    private JsonArray Paths() =>
    [
        "/api", "/api/v1", "/apis",
        .. store.Types.All.Where(type => type.Group.Length > 0).SelectMany(type => new[] { $"/apis/{type.Group}", $"/apis/{type.ApiVersion}" })
            .Distinct().Order(StringComparer.Ordinal).Select(path => (JsonNode)path),
        "/healthz", "/livez", "/openapi/v2", "/openapi/v3", "/readyz", "/version",
    ];

    private static JsonObject Group(IGrouping<string, ResourceType> group, bool full = false)
    {
        var versions = Versions(group)
            .Select(version => new JsonObject { ["groupVersion"] = version.First().ApiVersion, ["version"] = version.Key }).ToList();
        var document = new JsonObject
        {
            ["name"] = group.Key,
            ["versions"] = new JsonArray([.. versions]),
            ["preferredVersion"] = versions[0].DeepClone(),
        };
        if (!full)
            return document;
        document["kind"] = "APIGroup";
        document["apiVersion"] = "v1";
        return document;
    }

    private Task ResourcesAsync(HttpContext context, string groupVersion)
    {
        var types = store.Types.All.Where(type => type.ApiVersion == groupVersion).ToList();
        if (types.Count == 0)
            throw ApiErrors.UnknownPath();
        return ApiResponse.WriteAsync(context, new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = groupVersion,
            ["resources"] = new JsonArray([.. types.SelectMany(Resources)]),
        });
    }

    private static IEnumerable<JsonObject> Resources(ResourceType type)
    {
        var resource = new JsonObject
        {
            ["name"] = type.Plural,
            ["singularName"] = type.Singular,
            ["namespaced"] = type.Namespaced,
            ["kind"] = type.Kind,
            ["verbs"] = Names(type.Stored ? Verbs : ["create"]),
        };
        if (type.ShortNames.Count > 0)
            resource["shortNames"] = Names(type.ShortNames);
        if (type.Categories.Count > 0)
            resource["categories"] = Names(type.Categories);
        yield return resource;
        foreach (var subresource in type.Subresources)
        {
            var entry = new JsonObject
            {
                ["name"] = $"{type.Plural}/{subresource}",
                ["singularName"] = "",
                ["namespaced"] = type.Namespaced,
                ["kind"] = Subresource.KindOf(type, subresource).Kind,
                ["verbs"] = Names(Subresource.Verbs(subresource)),
            };
            if (Subresource.KindOf(type, subresource) is { Group: { } group, Version: { } version })
                (entry["group"], entry["version"]) = (group, version);
            yield return entry;
        }
    }

    private Task AggregatedAsync(HttpContext context, bool core)
    {
        var items = Groups().Where(group => core == (group.Key.Length == 0)).Select(group => new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = group.Key, ["creationTimestamp"] = null },
            ["versions"] = new JsonArray([.. Versions(group).Select(version => new JsonObject
            {
                ["version"] = version.Key,
                ["resources"] = new JsonArray([.. version.Select(Aggregated)]),
                ["freshness"] = "Current",
            })]),
        });
        var document = new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = "apidiscovery.k8s.io/v2",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. items]),
        };
        // Clients tell the two forms apart by the content type alone.
        context.Response.Headers.Vary = "Accept";
        return ApiResponse.WriteAsync(context, document, contentType: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
    }

    private static JsonObject Aggregated(ResourceType type)
    {
        var resource = new JsonObject
        {
            ["resource"] = type.Plural,
            ["responseKind"] = Kind(type.Group, type.Version, type.Kind),
            ["scope"] = type.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = type.Singular,
            ["verbs"] = Names(type.Stored ? Verbs : ["create"]),
        };
        if (type.ShortNames.Count > 0)
            resource["shortNames"] = Names(type.ShortNames);
        if (type.Categories.Count > 0)
            resource["categories"] = Names(type.Categories);
        if (type.Subresources.Count > 0)
        {
            resource["subresources"] = new JsonArray([.. type.Subresources.Select(subresource =>
            {
                var (group, version, kind) = Subresource.KindOf(type, subresource);
                return new JsonObject
                {
                    ["subresource"] = subresource,
                    ["responseKind"] = Kind(group ?? type.Group, version ?? type.Version, kind),
                    ["verbs"] = Names(Subresource.Verbs(subresource)),
                };
            })]);
        }
        return resource;
    }

    private static JsonObject Kind(string group, string version, string kind) => new() { ["group"] = group, ["version"] = version, ["kind"] = kind };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    private static bool AcceptsAggregated(HttpRequest request) => request.Headers.Accept.ToString().Split(',')
        .Select(range => range.Split(';', StringSplitOptions.TrimEntries))
        .Any(range => range[0] == "application/json" && range.Contains("g=apidiscovery.k8s.io") && range.Contains("v=v2"));

    private static JsonObject Version() => new()
    {
        ["major"] = "1",
        ["minor"] = "35",
        ["emulationMajor"] = "1",
        ["emulationMinor"] = "35",
        ["minCompatibilityMajor"] = "1",
        ["minCompatibilityMinor"] = "34",
        ["gitVersion"] = KubernetesApiServer.Version,
        ["gitCommit"] = "",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "2026-01-01T00:00:00Z",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = "linux/amd64",
    };
}
