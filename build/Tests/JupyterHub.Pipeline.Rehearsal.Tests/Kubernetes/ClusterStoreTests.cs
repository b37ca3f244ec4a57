using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

public sealed class ClusterStoreTests : IDisposable
{
    private readonly ClusterStore _store = ClusterStore.Open(stateDirectory: null);

    private ResourceType ConfigMaps => _store.Types["ConfigMap"];

    private ResourceType Deployments => _store.Types["Deployment"];

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_created_object_has_what_the_server_adds()
    {
        var created = _store.Create(ConfigMaps, Documents.ConfigMap("a"));

        created.Text("apiVersion").ShouldBe("v1");
        created.Text("kind").ShouldBe("ConfigMap");
        Guid.TryParse(created.Text("metadata", "uid"), out _).ShouldBeTrue();
        created.Text("metadata", "creationTimestamp").ShouldNotBeNull();
        created.Version().ShouldBe(_store.ResourceVersion.ToString());
        _store.Get(ConfigMaps, "default", "a")!.ToJsonString().ShouldBe(created.ToJsonString());
    }

    [Fact]
    public void An_update_that_changes_nothing_moves_neither_version_nor_generation()
    {
        var created = _store.Create(Deployments, Deployment("web"));
        var before = _store.ResourceVersion;

        var updated = _store.Update(Deployments, created);

        _store.ResourceVersion.ShouldBe(before);
        updated.Number("metadata", "generation").ShouldBe(1);
    }

    [Fact]
    public void Only_the_specification_moves_the_generation()
    {
        var deployment = _store.Create(Deployments, Deployment("web"));
        deployment["metadata"]!["labels"] = new JsonObject { ["a"] = "b" };
        _store.Update(Deployments, deployment).Number("metadata", "generation").ShouldBe(1);

        var status = _store.Change(Deployments, "default", "web", document =>
        {
            document["status"] = new JsonObject { ["replicas"] = 1 };
            return document;
        }, subresource: "status");
        status.Number("metadata", "generation").ShouldBe(1);
        status.Number("status", "replicas").ShouldBe(1);

        var scaled = _store.Change(Deployments, "default", "web", document =>
        {
            document["spec"]!["replicas"] = 3;
            document["status"]!["replicas"] = 99;
            return document;
        });
        scaled.Number("metadata", "generation").ShouldBe(2);
        scaled.Number("status", "replicas").ShouldBe(1);
    }

    [Fact]
    public void A_stale_version_is_a_conflict()
    {
        var first = _store.Create(ConfigMaps, Documents.ConfigMap("a"));
        var second = (JsonObject)first.DeepClone();
        second["data"]!["a"] = "2";
        _store.Update(ConfigMaps, second);
        first["data"]!["a"] = "3";

        var refusal = Should.Throw<ApiStatusException>(() => _store.Update(ConfigMaps, first));

        refusal.Code.ShouldBe(409);
        refusal.Message.ShouldBe(
            "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your changes to the latest version and try again");
    }

    [Fact]
    public void A_finalizer_holds_a_deleted_object_until_it_is_removed()
    {
        var held = Documents.ConfigMap("a");
        held["metadata"]!["finalizers"] = new JsonArray("example.org/hold");
        _store.Create(ConfigMaps, held);

        _store.Delete(ConfigMaps, "default", "a");
        _store.Get(ConfigMaps, "default", "a").Text("metadata", "deletionTimestamp").ShouldNotBeNull();

        _store.Change(ConfigMaps, "default", "a", document =>
        {
            document["metadata"]!.AsObject().Remove("finalizers");
            return document;
        });
        _store.Get(ConfigMaps, "default", "a").ShouldBeNull();
    }

    [Theory]
    [InlineData("Background", true)]
    [InlineData("Foreground", true)]
    [InlineData("Orphan", false)]
    public void Deleting_an_owner_treats_its_dependents_as_asked(string propagation, bool collected)
    {
        var owner = _store.Create(ConfigMaps, Documents.ConfigMap("owner"));
        var child = _store.Create(ConfigMaps, Documents.ConfigMap("child").OwnedBy(owner));
        _store.Create(ConfigMaps, Documents.ConfigMap("grandchild").OwnedBy(child));

        _store.Delete(ConfigMaps, "default", "owner", new DeleteOptions { Propagation = propagation });

        _store.Get(ConfigMaps, "default", "owner").ShouldBeNull();
        (_store.Get(ConfigMaps, "default", "child") is null).ShouldBe(collected);
        (_store.Get(ConfigMaps, "default", "grandchild") is null).ShouldBe(collected);
    }

    [Fact]
    public void Foreground_deletion_waits_for_a_dependent_that_is_held()
    {
        var owner = _store.Create(ConfigMaps, Documents.ConfigMap("owner"));
        var child = Documents.ConfigMap("child").OwnedBy(owner);
        child["metadata"]!["finalizers"] = new JsonArray("example.org/hold");
        _store.Create(ConfigMaps, child);

        _store.Delete(ConfigMaps, "default", "owner", new DeleteOptions { Propagation = "Foreground" });
        _store.Get(ConfigMaps, "default", "owner").Texts("metadata", "finalizers").ShouldBe(["foregroundDeletion"]);

        _store.Change(ConfigMaps, "default", "child", document =>
        {
            document["metadata"]!.AsObject().Remove("finalizers");
            return document;
        });
        _store.Get(ConfigMaps, "default", "owner").ShouldBeNull();
    }

    [Fact]
    public void A_namespace_takes_its_objects_with_it_and_is_held_by_those_that_stay()
    {
        var namespaces = _store.Types["Namespace"];
        _store.Create(namespaces, Documents.Named("hub", null));
        _store.Create(ConfigMaps, Documents.Named("free", "hub"));
        _store.Create(ConfigMaps, Documents.Named("held", "hub", document => document["metadata"]!["finalizers"] = new JsonArray("example.org/hold")));

        _store.Delete(namespaces, null, "hub");

        _store.Get(ConfigMaps, "hub", "free").ShouldBeNull();
        _store.Get(namespaces, null, "hub").Text("status", "phase").ShouldBe("Terminating");
        Should.Throw<ApiStatusException>(() => _store.Create(ConfigMaps, Documents.Named("late", "hub")))
            .Message.ShouldBe("configmaps \"late\" is forbidden: unable to create new content in namespace hub because it is being terminated");

        _store.Change(ConfigMaps, "hub", "held", document =>
        {
            document["metadata"]!.AsObject().Remove("finalizers");
            return document;
        });
        _store.Get(namespaces, null, "hub").ShouldBeNull();
    }

    [Fact]
    public void A_definition_serves_its_resource_and_takes_the_instances_with_it()
    {
        var definitions = _store.Types["CustomResourceDefinition"];
        _store.Create(definitions, Definition());
        var widgets = _store.Types["Widget"];
        widgets.ApiVersion.ShouldBe("example.org/v1");
        _store.Create(widgets, Documents.Named("w"));

        _store.Delete(definitions, null, "widgets.example.org");

        _store.Types.Find("Widget").ShouldBeNull();
        _store.Get(definitions, null, "widgets.example.org").ShouldBeNull();
    }

    [Fact]
    public async Task A_watch_reports_what_there_is_then_a_bookmark_then_what_changes()
    {
        _store.Create(ConfigMaps, Documents.ConfigMap("a"));
        await using var watch = _store.Watch(ConfigMaps).GetAsyncEnumerator();

        (await Next()).ShouldBe("Added a");
        (await Next()).ShouldBe("Bookmark");
        _store.Create(_store.Types["Secret"], Documents.Named("unseen"));
        _store.Create(ConfigMaps, Documents.ConfigMap("b"));
        _store.Delete(ConfigMaps, "default", "a");
        (await Next()).ShouldBe("Added b");
        (await Next()).ShouldBe("Deleted a");

        async Task<string> Next()
        {
            (await watch.MoveNextAsync()).ShouldBeTrue();
            var change = watch.Current;
            return change.Type == ClusterEventType.Bookmark ? "Bookmark" : $"{change.Type} {change.Name}";
        }
    }

    [Fact]
    public async Task Concurrent_changes_are_all_kept()
    {
        _store.Create(ConfigMaps, Documents.ConfigMap("counter", "n", "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                _store.Change(ConfigMaps, "default", "counter", document =>
                {
                    document["data"]!["n"] = (int.Parse(document.Text("data", "n")!) + 1).ToString();
                    return document;
                });
            }
        })));

        _store.Get(ConfigMaps, "default", "counter").Text("data", "n").ShouldBe("400");
    }

    internal static JsonObject Definition() => Documents.Json("""
        {
          "metadata": { "name": "widgets.example.org" },
          "spec": {
            "group": "example.org", "scope": "Namespaced",
            "names": { "kind": "Widget", "plural": "widgets" },
            "versions": [{ "name": "v1", "served": true, "storage": true, "schema": { "openAPIV3Schema": { "type": "object", "x-kubernetes-preserve-unknown-fields": true } } }]
          }
        }
        """);

    private static JsonObject Deployment(string name) => Documents.Named(name, more: document => document["spec"] = Documents.Json("""
        {
          "replicas": 1, "selector": { "matchLabels": { "app": "web" } },
          "template": { "metadata": { "labels": { "app": "web" } }, "spec": { "containers": [{ "name": "web", "image": "example.org/web:1" }] } }
        }
        """));
}
