using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes.Patches;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Patches;

public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""[{"op":"add","path":"/a~1b","value":1}]""", """{"list":[1,2],"a/b":1}""")]
    [InlineData("""[{"op":"add","path":"/list/-","value":3}]""", """{"list":[1,2,3]}""")]
    [InlineData("""[{"op":"add","path":"/list/0","value":0}]""", """{"list":[0,1,2]}""")]
    [InlineData("""[{"op":"remove","path":"/list/1"}]""", """{"list":[1]}""")]
    [InlineData("""[{"op":"replace","path":"/list","value":null}]""", """{"list":null}""")]
    [InlineData("""[{"op":"move","from":"/list/0","path":"/first"}]""", """{"list":[2],"first":1}""")]
    [InlineData("""[{"op":"copy","from":"/list","path":"/again"}]""", """{"list":[1,2],"again":[1,2]}""")]
    [InlineData("""[{"op":"test","path":"/list/0","value":1},{"op":"remove","path":"/list"}]""", "{}")]
    public void Operations_of_RFC_6902_apply(string patch, string expected) =>
        JsonNode.DeepEquals(JsonPatch.Apply(Documents.Json("""{"list":[1,2]}"""), JsonNode.Parse(patch)), JsonNode.Parse(expected)).ShouldBeTrue();

    [Theory]
    [InlineData("""[{"op":"test","path":"/list/0","value":9}]""", 422)]
    [InlineData("""[{"op":"remove","path":"/missing"}]""", 422)]
    [InlineData("""[{"op":"add","path":"/list/9","value":1}]""", 422)]
    [InlineData("""[{"op":"explode","path":"/list"}]""", 422)]
    [InlineData("""[{"op":"add","path":"list","value":1}]""", 422)]
    [InlineData("""[{"op":"move","from":"","path":"/list/0"}]""", 422)]
    [InlineData("""[{"op":"copy","path":"/list/0"}]""", 422)]
    [InlineData("""[1]""", 400)]
    [InlineData("{}", 400)]
    public void What_does_not_apply_is_refused(string patch, int code) =>
        Should.Throw<ApiStatusException>(() => JsonPatch.Apply(Documents.Json("""{"list":[1,2]}"""), JsonNode.Parse(patch))).Code.ShouldBe(code);
}
