using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Validation;

public sealed class ValidationTests : IDisposable
{
    private readonly ClusterStore _store = ClusterStore.Open(stateDirectory: null);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("Deployment", """{"spec":{"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""", "spec.selector: Required value")]
    [InlineData("Deployment", """{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{}}}}""", "spec.template.spec.containers: Required value")]
    [InlineData("Service", """{"spec":{"selector":{"a":"b"}}}""", "spec.ports: Required value")]
    [InlineData("Service", """{"spec":{"ports":[{"port":1},{"port":2}]}}""", "[spec.ports[0].name: Required value, spec.ports[1].name: Required value]")]
    [InlineData("PersistentVolumeClaim", """{"spec":{"accessModes":["ReadWriteMany"]}}""", "spec.resources[storage]: Required value")]
    [InlineData("Secret", """{"type":"kubernetes.io/tls","stringData":{"tls.crt":"x"}}""", "data[tls.key]: Required value")]
    [InlineData("ConfigMap", """{"metadata":{"labels":{"a":"b c"}}}""", "metadata.labels: Invalid value: \"b c\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")]
    [InlineData("Job", """{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"i"}]}}}}""", "spec.template.spec.restartPolicy: Unsupported value: \"Always\": supported values: \"OnFailure\", \"Never\"")]
    [InlineData("Pod", """{"spec":{"containers":[{"name":"c","image":"i","volumeMounts":[{"name":"v","mountPath":"/"}]}]}}""", "spec.containers[0].volumeMounts[0].name: Not found: \"v\"")]
    public void A_kind_that_breaks_its_rules_is_invalid(string kind, string document, string expected)
    {
        var type = _store.Types[kind];
        var refusal = Should.Throw<ApiStatusException>(() => _store.Create(type, Named(document)));

        refusal.Code.ShouldBe(422);
        refusal.Message.ShouldBe($"{(type.Group.Length == 0 ? kind : $"{kind}.{type.Group}")} \"x\" is invalid: {expected}");
    }

    [Theory]
    [InlineData("StorageClass", """{"provisioner":"p","parameters":{"a":"1"}}""", "parameters", """{"a":"2"}""", "parameters: Forbidden: updates to parameters are forbidden.")]
    [InlineData("Secret", """{"immutable":true,"data":{"a":"YQ=="}}""", "data", """{"a":"Yg=="}""", "data: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("RoleBinding", """{"roleRef":{"kind":"Role","name":"a"}}""", "roleRef", """{"kind":"Role","name":"b"}""",
        "roleRef: Invalid value: {\"kind\":\"Role\",\"name\":\"b\",\"apiGroup\":\"rbac.authorization.k8s.io\"}: cannot change roleRef")]
    public void A_field_that_is_immutable_stays(string kind, string document, string field, string value, string expected)
    {
        var type = _store.Types[kind];
        _store.Create(type, Named(document));

        var refusal = Should.Throw<ApiStatusException>(() => _store.Change(type, "default", "x", live =>
        {
            live[field] = JsonNode.Parse(value);
            return live;
        }));

        refusal.Message.ShouldEndWith($"\"x\" is invalid: {expected}");
    }

    [Theory]
    [InlineData("""{"size":"large"}""", "spec.size: Invalid value: \"string\": spec.size in body must be of type integer: \"string\"")]
    [InlineData("""{"size":0}""", "spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1")]
    [InlineData("""{"size":1,"color":"green"}""", "spec.color: Unsupported value: \"green\": supported values: \"red\", \"blue\"")]
    [InlineData("""{"color":"red"}""", "spec.size: Required value")]
    [InlineData("""{"size":1,"id":"A"}""", "spec.id: Invalid value: \"A\": spec.id in body should match '^[a-z]+$'")]
    [InlineData("""{"size":1,"tags":["a","a"]}""", "spec.tags[1]: Duplicate value: \"a\"")]
    public void A_custom_resource_is_held_to_its_schema(string spec, string expected)
    {
        var type = DefineWidgets();

        var refusal = Should.Throw<ApiStatusException>(() => _store.Create(type, Named($$"""{"spec":{{spec}}}""")));

        refusal.Message.ShouldBe($"Widget.example.org \"x\" is invalid: {expected}");
    }

    [Fact]
    public void A_custom_resource_gets_defaults_and_loses_what_its_schema_does_not_have()
    {
        var type = DefineWidgets();

        var created = _store.Create(type, Named("""{"spec":{"size":1,"unknown":1,"open":{"any":{"thing":1}}},"extra":1}"""));

        JsonNode.DeepEquals(created["spec"], JsonNode.Parse("""{"size":1,"open":{"any":{"thing":1}},"shape":"round"}""")).ShouldBeTrue(created.ToJsonString());
        created.ContainsKey("extra").ShouldBeFalse();
    }

    private ResourceType DefineWidgets()
    {
        var definition = ClusterStoreTests.Definition();
        definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"] = Documents.Json("""
            {"type":"object","properties":{"spec":{"type":"object","required":["size"],"properties":{
              "size":{"type":"integer","minimum":1},"color":{"type":"string","enum":["red","blue"]},"shape":{"type":"string","default":"round"},
              "id":{"type":"string","pattern":"^[a-z]+$"},"tags":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
              "open":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}
            """);
        _store.Create(_store.Types["CustomResourceDefinition"], definition);
        return _store.Types["Widget"];
    }

    private static JsonObject Named(string json)
    {
        var document = Documents.Json(json);
        document.Ensure("metadata")["name"] = "x";
        document["metadata"]!["namespace"] = "default";
        return document;
    }
}
