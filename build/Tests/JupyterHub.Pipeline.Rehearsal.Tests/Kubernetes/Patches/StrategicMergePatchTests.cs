using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Patches;

public sealed class StrategicMergePatchTests
{
    [Theory]
    [InlineData("items merge by their key",
        """{"containers":[{"name":"a","image":"1"},{"name":"b"}]}""", """{"containers":[{"name":"a","image":"2"},{"name":"c"}]}""",
        """{"containers":[{"name":"a","image":"2"},{"name":"b"},{"name":"c"}]}""")]
    [InlineData("an item can be deleted",
        """{"containers":[{"name":"a"},{"name":"b"}]}""", """{"containers":[{"name":"a","$patch":"delete"}]}""", """{"containers":[{"name":"b"}]}""")]
    [InlineData("a list can be replaced",
        """{"containers":[{"name":"a"}]}""", """{"containers":[{"$patch":"replace"},{"name":"z"}]}""", """{"containers":[{"name":"z"}]}""")]
    [InlineData("the order of the patch wins",
        """{"containers":[{"name":"a"},{"name":"b"}]}""", """{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"b","image":"1"}]}""",
        """{"containers":[{"name":"b","image":"1"},{"name":"a"}]}""")]
    [InlineData("a list without a key is replaced",
        """{"tolerations":[{"key":"a"}]}""", """{"tolerations":[{"key":"b"}]}""", """{"tolerations":[{"key":"b"}]}""")]
    [InlineData("null removes",
        """{"hostname":"a","nodeName":"n"}""", """{"hostname":null}""", """{"nodeName":"n"}""")]
    [InlineData("a volume keeps only the keys that are retained",
        """{"volumes":[{"name":"v","emptyDir":{}}]}""", """{"volumes":[{"$retainKeys":["name","hostPath"],"name":"v","hostPath":{"path":"/"}}]}""",
        """{"volumes":[{"name":"v","hostPath":{"path":"/"}}]}""")]
    public void Applies_to_a_pod(string what, string target, string patch, string expected)
    {
        var result = StrategicMergePatch.Apply(BuiltInSchemas.Table.Find("PodSpec")!, Documents.Json(target), Documents.Json(patch));

        JsonNode.DeepEquals(result, JsonNode.Parse(expected)).ShouldBeTrue($"{what}: {result.ToJsonString()}");
    }

    [Fact]
    public void Finalizers_are_added_and_taken_one_by_one()
    {
        var metadata = BuiltInSchemas.Table.Find("ObjectMeta")!;

        StrategicMergePatch.Apply(metadata, Documents.Json("""{"finalizers":["a"]}"""), Documents.Json("""{"finalizers":["b"]}"""))
            .ToJsonString().ShouldBe("""{"finalizers":["a","b"]}""");
        StrategicMergePatch.Apply(metadata, Documents.Json("""{"finalizers":["a","b"]}"""), Documents.Json("""{"$deleteFromPrimitiveList/finalizers":["a"]}"""))
            .ToJsonString().ShouldBe("""{"finalizers":["b"]}""");
    }
}
