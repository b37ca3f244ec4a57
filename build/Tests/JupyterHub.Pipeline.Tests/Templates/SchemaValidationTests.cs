using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Templates.Validation;
using JupyterHub.Pipeline.Templates.Yaml;
using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Templates;

public sealed class SchemaValidationTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "")]
    [InlineData("""{"type":"string"}""", "1", "is a number; it must be text")]
    [InlineData("""{"type":["integer","null"]}""", "2.0", "")]
    [InlineData("""{"type":["integer","null"]}""", "2.5", "is a number; it must be a whole number or nothing")]
    [InlineData("""{"enum":["a",1,null]}""", "null", "")]
    [InlineData("""{"enum":["a",1]}""", "\"b\"", "is 'b'; it must be one of 'a', 1")]
    [InlineData("""{"const":1}""", "1.0", "")]
    [InlineData("""{"properties":{"host":{}},"additionalProperties":false}""", """{"hots":1}""", "hots is unknown; did you mean 'host'?")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":false}""", """{"x-a":1,"x-b":"c","y":1}""", "x-b is text; it must be a whole number|y is unknown")]
    [InlineData("""{"required":["a","b"]}""", """{"a":1}""", "b is missing")]
    [InlineData("""{"items":{"type":"string"},"maxItems":2,"uniqueItems":true}""", """["a","a",1]""", "has more than 2 items|has an item twice|[2] is a number; it must be text")]
    [InlineData("""{"items":[{"type":"string"}],"additionalItems":{"type":"integer"}}""", """["a","b"]""", "[1] is text; it must be a whole number")]
    [InlineData("""{"minLength":2,"pattern":"^a"}""", "\"b\"", "is shorter than 2|is 'b'; it must match ^a")]
    [InlineData("""{"minimum":1,"exclusiveMaximum":5}""", "5", "is not less than 5")]
    [InlineData("""{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"type":"string"}}}""", "1", "is a number; it must be text")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]}""", "{}", "a is missing")]
    [InlineData("""{"oneOf":[{"minimum":1},{"maximum":5}]}""", "3", "fits 2 of the alternatives; it must fit one")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":5}]}""", "9", "is more than 5")]
    [InlineData("""{"not":{"type":"string"}}""", "\"a\"", "is what it must not be")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1}""", "b is missing")]
    [InlineData("""{"dependencies":{"a":["b"]}}""", """{"a":1}""", "b is missing beside a")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"ab":1}""", "ab is longer than 1")]
    [InlineData("false", "1", "is not allowed")]
    [InlineData("true", "1", "")]
    public void A_value_is_checked_by_every_keyword(string schema, string value, string violations) =>
        string.Join('|', new JsonSchema(JsonNode.Parse(schema)!).Validate(JsonNode.Parse(value))).ShouldBe(violations);

    [Theory]
    [InlineData("base-onprem.yaml")]
    [InlineData("onprem-rehearsal.yaml")]
    [InlineData("onprem-example.yaml")]
    public void The_committed_environments_satisfy_their_schema(string name)
    {
        var schema = new JsonSchema(JsonNode.Parse(EnvironmentSchema.Generate())!);
        var text = File.ReadAllText(Path.Combine(EnvironmentFolder.Repository, "environments", name));

        schema.Validate(Json(text)).ShouldBeEmpty();
        text.ShouldStartWith("# yaml-language-server: $schema=./environment.schema.json\n");
    }

    [Theory]
    [InlineData("hub: { hots: x }", "hub.hots is unknown; did you mean 'host'?")]
    [InlineData("cluster: { provider: kubeadm }", "cluster.provider is 'kubeadm'; it must be one of 'rehearsal', 'existing', 'rke2', null")]
    [InlineData("dns: { bind9: { tsig: { secret: literal } } }", "dns.bind9.tsig.secret is text; it must be a section or nothing")]
    [InlineData("hub: { authenticator: { dummy: null, native: {} } }", "")]
    [InlineData("dns: { bind9: { records: [{ name: a, type: A }] } }", "dns.bind9.records[0].values is missing")]
    [InlineData("hub: { startTimeout: 10 }", "hub.startTimeout is a number; it must be text or nothing")]
    [InlineData("hub: { resources: { cpu: { limit: 0.5 }, memory: { limit: 4Gi } } }", "")]
    public void The_schema_says_what_loading_says(string yaml, string violations) =>
        string.Join('|', new JsonSchema(JsonNode.Parse(EnvironmentSchema.Generate())!).Validate(Json(yaml))).ShouldBe(violations);

    [Fact]
    public void The_schema_refuses_two_alternatives() =>
        new JsonSchema(JsonNode.Parse(EnvironmentSchema.Generate())!).Validate(Json("hub: { authenticator: { dummy: {}, native: {} } }")).ShouldNotBeEmpty();

    [SharedDataFact]
    public void An_object_is_checked_against_its_definition()
    {
        var schema = new ResourceSchema(JsonNode.Parse(File.ReadAllText(SharedDataFactAttribute.PathOf("crds/certificates.cert-manager.io.json")))!.AsObject());
        var certificate = Json("""
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: { name: a, labels: { x: y } }
            spec: { secretName: a, issuerRef: { name: b }, isCA: true, privateKey: { algorithm: DSA, rotation: Never } }
            """);

        schema.Describes(certificate).ShouldBeTrue();
        var problems = schema.Check(certificate, "manifests/a.yaml");

        problems.Select(problem => problem.Message).ShouldBe(
        [
            "Certificate a: spec.privateKey.algorithm is 'DSA'; it must be one of 'RSA', 'ECDSA', 'Ed25519'",
            "Certificate a: spec.privateKey.rotation is unknown; did you mean 'rotationPolicy'?",
        ]);
        problems.ShouldAllBe(problem => problem.Code == TemplateProblems.InvalidObject && problem.Location == "manifests/a.yaml");
        schema.Check(Json("apiVersion: cert-manager.io/v2\nkind: Certificate\nmetadata: { name: a }"), "t").ShouldHaveSingleItem().Message.ShouldContain("'v2'");
    }

    [SharedDataFact]
    public void Values_are_checked_against_a_chart_s_schema()
    {
        var schema = new ValuesSchema("jupyterhub", JsonNode.Parse(File.ReadAllText(SharedDataFactAttribute.PathOf("schemas/jupyterhub.values.schema.json")))!.AsObject());

        schema.Check(Json("hub: { config: { MyClass: { anything: 1 } } }\ncull: { timeout: 3600, maxAge: null }\n"), "t").ShouldBeEmpty();
        schema.Check(Json("cull: { timout: 3600, every: x }\n"), "t").Select(problem => problem.Message).ShouldBe(
        [
            "The chart jupyterhub refuses cull.timout is unknown; did you mean 'timeout'?",
            "The chart jupyterhub refuses cull.every is text; it must be a whole number or nothing",
        ], ignoreOrder: true);
    }

    private static JsonObject Json(string yaml) => (JsonObject)YamlJson.Of(YamlDocuments.Read(yaml).Single())!;
}
