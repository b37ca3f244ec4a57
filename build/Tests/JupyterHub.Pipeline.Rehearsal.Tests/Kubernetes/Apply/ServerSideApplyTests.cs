using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Apply;

public sealed class ServerSideApplyTests : IDisposable
{
    private readonly ClusterStore _store = ClusterStore.Open(stateDirectory: null);

    private ResourceType ConfigMaps => _store.Types["ConfigMap"];

    private ResourceType Deployments => _store.Types["Deployment"];

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_applier_owns_exactly_what_it_applied()
    {
        var applied = Apply(ConfigMaps, """{"metadata":{"name":"a","namespace":"default","labels":{"l":"1"}},"data":{"x":"1"}}""", "me");

        Owners(applied).ShouldBe(["""me Apply {"f:data":{"f:x":{}},"f:metadata":{"f:labels":{"f:l":{}}}}"""]);
    }

    [Fact]
    public void A_creator_owns_the_maps_that_it_created_too()
    {
        var created = _store.Create(ConfigMaps, Documents.ConfigMap("a", "x"), new WriteOptions { FieldManager = "maker" });

        Owners(created).ShouldBe(["""maker Update {"f:data":{".":{},"f:x":{}}}"""]);
    }

    [Fact]
    public void Changing_a_field_of_another_manager_is_a_conflict_that_names_both()
    {
        _store.Create(ConfigMaps, Documents.ConfigMap("c", "a", "1"), new WriteOptions { FieldManager = "kubectl" });

        var refusal = Should.Throw<ApiStatusException>(() => Apply(ConfigMaps, Data("c", """{"a":"2"}"""), "me"));

        refusal.Code.ShouldBe(409);
        refusal.Message.ShouldBe("Apply failed with 1 conflict: conflict with \"kubectl\" using v1: .data.a");
        refusal.Causes.ShouldBe([new StatusCause("FieldManagerConflict", "conflict with \"kubectl\" using v1", ".data.a")]);
    }

    [Fact]
    public void Several_conflicts_are_listed_by_manager()
    {
        Apply(ConfigMaps, Data("c", """{"a":"1"}"""), "first");
        Apply(ConfigMaps, Data("c", """{"b":"1"}"""), "second");

        Should.Throw<ApiStatusException>(() => Apply(ConfigMaps, Data("c", """{"a":"2","b":"2"}"""), "me"))
            .Message.ShouldBe("Apply failed with 2 conflicts: conflicts with \"first\":\n- .data.a\nconflicts with \"second\":\n- .data.b");
    }

    [Fact]
    public void Force_takes_the_field_over()
    {
        Apply(ConfigMaps, Data("c", """{"a":"1","b":"1"}"""), "first");

        var forced = Apply(ConfigMaps, Data("c", """{"a":"2"}"""), "me", force: true);

        forced.Text("data", "a").ShouldBe("2");
        Owners(forced).ShouldBe(["""first Apply {"f:data":{"f:b":{}}}""", """me Apply {"f:data":{"f:a":{}}}"""]);
    }

    [Fact]
    public void A_field_that_two_managers_applied_goes_when_both_have_dropped_it()
    {
        Apply(ConfigMaps, Data("c", """{"a":"1","keep":"1"}"""), "first");
        Apply(ConfigMaps, Data("c", """{"a":"1"}"""), "second");

        Apply(ConfigMaps, Data("c", """{"keep":"1"}"""), "first").Text("data", "a").ShouldBe("1");
        Apply(ConfigMaps, """{"metadata":{"name":"c","namespace":"default"}}""", "second").Text("data", "a").ShouldBeNull();
    }

    [Fact]
    public void What_an_update_added_stays_when_an_applier_never_had_it()
    {
        Apply(ConfigMaps, Data("c", """{"a":"1"}"""), "me");
        _store.Change(ConfigMaps, "default", "c", document =>
        {
            document["data"]!["other"] = "1";
            return document;
        });

        var applied = Apply(ConfigMaps, Data("c", """{"b":"1"}"""), "me");

        applied["data"]!.ToJsonString().ShouldBe("""{"other":"1","b":"1"}""");
    }

    [Fact]
    public void List_items_are_merged_by_their_keys()
    {
        Apply(Deployments, Deployment("""[{"name":"a","image":"a:1","ports":[{"containerPort":80}]}]"""), "first");
        var both = Apply(Deployments, Deployment("""[{"name":"b","image":"b:1"},{"name":"a","ports":[{"containerPort":80,"protocol":"UDP"}]}]"""), "second");

        var containers = both.Items("spec", "template", "spec", "containers").ToList();
        containers.Select(container => container.Text("name")).ShouldBe(["b", "a"]);
        containers[1].Items("ports").Select(port => port.Text("protocol")).Order().ShouldBe(["TCP", "UDP"]);

        var left = Apply(Deployments, Deployment("""[{"name":"b","image":"b:2"}]"""), "second");
        left.Items("spec", "template", "spec", "containers").Single(container => container.Text("name") == "a")
            .Items("ports").Select(port => port.Text("protocol")).ShouldBe(["TCP"]);
    }

    [Fact]
    public void The_owner_of_a_list_item_is_written_with_its_keys()
    {
        var applied = Apply(Deployments, Deployment("""[{"name":"a","image":"a:1","ports":[{"containerPort":80}]}]"""), "me");

        Owners(applied).Single().ShouldContain("""f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:image":{},"f:name":{},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}}}}}""");
    }

    [Fact]
    public void Applying_the_same_again_changes_nothing()
    {
        var document = Deployment("""[{"name":"a","image":"a:1","resources":{"limits":{"cpu":"1000m","memory":"1024Mi"}}}]""");
        Apply(Deployments, document, "me");
        var version = _store.ResourceVersion;

        Apply(Deployments, document, "me");

        _store.ResourceVersion.ShouldBe(version);
    }

    [Fact]
    public void A_status_update_belongs_to_the_status_subresource()
    {
        Apply(Deployments, Deployment("""[{"name":"a","image":"a:1"}]"""), "me");
        var updated = _store.Change(Deployments, "default", "d", document =>
        {
            document["status"] = new JsonObject { ["replicas"] = 1 };
            return document;
        }, new WriteOptions { FieldManager = "controller" }, "status");

        var entry = updated.Items("metadata", "managedFields").Single(entry => entry.Text("manager") == "controller");
        entry.Text("subresource").ShouldBe("status");
        entry["fieldsV1"]!.ToJsonString().ShouldBe("""{"f:status":{"f:replicas":{}}}""");
    }

    [Theory]
    [InlineData("""[{"name":"a","image":"a:1","bogus":1}]""", ".spec.template.spec.containers[name=\"a\"].bogus: field not declared in schema")]
    [InlineData("""[{"image":"a:1"}]""", ".spec.template.spec.containers: element 0: associative list with keys has an element that omits key field \"name\" (and doesn't have default value)")]
    [InlineData("""[{"name":"a","image":"a:1"},{"name":"a","image":"a:2"}]""", ".spec.template.spec.containers: duplicate entries for key [name=\"a\"]")]
    public void What_does_not_fit_the_schema_is_refused(string containers, string why) =>
        Should.Throw<ApiStatusException>(() => Apply(Deployments, Deployment(containers), "me"))
            .Message.ShouldBe($"failed to create typed patch object (default/d; apps/v1, Kind=Deployment): {why}");

    [Fact]
    public void Lists_of_custom_resources_merge_as_their_schema_says()
    {
        var definition = ClusterStoreTests.Definition();
        definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"] = Documents.Json("""
            {"type":"object","properties":{"spec":{"type":"object","properties":{
              "byKey":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["id"],
                "items":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"v":{"type":"integer"}}}},
              "whole":{"type":"array","items":{"type":"string"}},
              "tags":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}}}}}
            """);
        _store.Create(_store.Types["CustomResourceDefinition"], definition);
        var widgets = _store.Types["Widget"];
        Apply(widgets, Widget("""{"byKey":[{"id":"a","v":1}],"whole":["a"],"tags":["a"]}"""), "first");

        var merged = Apply(widgets, Widget("""{"byKey":[{"id":"b","v":2}],"whole":["b"],"tags":["b"]}"""), "second", force: true);

        merged["spec"]!.ToJsonString().ShouldBe("""{"byKey":[{"id":"a","v":1},{"id":"b","v":2}],"whole":["b"],"tags":["a","b"]}""");

        static string Widget(string spec) => $$$"""{"metadata":{"name":"w","namespace":"default"},"spec":{{{spec}}}}""";
    }

    private JsonObject Apply(ResourceType type, string json, string manager, bool force = false) =>
        _store.Apply(type, Documents.Json(json), new WriteOptions { FieldManager = manager, Force = force });

    private static string Data(string name, string data) => $$$"""{"metadata":{"name":"{{{name}}}","namespace":"default"},"data":{{{data}}}}""";

    private static string Deployment(string containers) => """
        {"metadata":{"name":"d","namespace":"default"},"spec":{"selector":{"matchLabels":{"a":"b"}},
         "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":CONTAINERS}}}}
        """.Replace("CONTAINERS", containers);

    private static IEnumerable<string> Owners(JsonObject document) => document.Items("metadata", "managedFields")
        .Select(entry => $"{entry.Text("manager")} {entry.Text("operation")} {entry["fieldsV1"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
}
