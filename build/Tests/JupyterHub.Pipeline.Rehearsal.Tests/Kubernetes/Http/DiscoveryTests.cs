using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Http;

public sealed class DiscoveryTests : IAsyncLifetime
{
    private RunningApi _api = null!;

    public async Task InitializeAsync() => _api = await RunningApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Both_forms_of_discovery_name_the_same_resources()
    {
        var legacy = new List<string>();
        foreach (var group in (await _api.SendAsync("GET", "/apis")).Body.Items("groups"))
        {
            var version = group.Text("preferredVersion", "groupVersion");
            var resources = (await _api.SendAsync("GET", $"/apis/{version}")).Body.Items("resources");
            legacy.AddRange(resources.Select(resource => $"{version}/{resource.Text("name")}").Where(name => name.Count(letter => letter == '/') == 2));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/apis");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"));
        using var response = await _api.Client.SendAsync(request);
        response.Content.Headers.ContentType!.ToString().ShouldContain("as=APIGroupDiscoveryList");
        var aggregated = JsonNode.Parse(await response.Content.ReadAsStringAsync()).Items("items").SelectMany(group =>
            group.Items("versions").Take(1).SelectMany(version => version.Items("resources").Select(resource =>
                $"{group.Text("metadata", "name")}/{version.Text("version")}/{resource.Text("resource")}")));

        aggregated.Order().ShouldBe(legacy.Order());
    }

    [Fact]
    public async Task Every_group_has_an_openapi_document_with_resolvable_references()
    {
        var index = (await _api.SendAsync("GET", "/openapi/v3")).Body.Child("paths")!;
        index.Count.ShouldBeGreaterThan(20);
        foreach (var (_, entry) in index)
        {
            var document = (await _api.SendAsync("GET", entry.Text("serverRelativeURL")!)).Body;
            var schemas = document.Child("components", "schemas")!;
            foreach (var reference in References(document))
                schemas.ContainsKey(reference["#/components/schemas/".Length..]).ShouldBeTrue(reference);
        }
    }

    [Fact]
    public async Task A_definition_appears_and_disappears_with_its_resource()
    {
        _api.Store.Create(_api.Store.Types["CustomResourceDefinition"], ClusterStoreTests.Definition());
        (await _api.SendAsync("GET", "/apis/example.org/v1")).Body.Items("resources").Single().Text("kind").ShouldBe("Widget");

        _api.Store.Delete(_api.Store.Types["CustomResourceDefinition"], null, "widgets.example.org");
        (await _api.SendAsync("GET", "/apis/example.org/v1")).Status.ShouldBe(404);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == "$ref" ? [field.Value!.ToString()] : References(field.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
