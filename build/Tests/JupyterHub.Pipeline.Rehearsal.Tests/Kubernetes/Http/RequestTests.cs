using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Http;

public sealed class RequestTests : IAsyncLifetime
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private RunningApi _api = null!;

    public async Task InitializeAsync() => _api = await RunningApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_token_nothing_is_answered(string? token)
    {
        using var client = _api.NewClient(token);

        var response = await client.GetAsync("/api/v1/namespaces");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var status = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        status.Text("reason").ShouldBe("Unauthorized");
        status.Number("code").ShouldBe(401);
    }

    [Theory]
    [InlineData("POST", ConfigMaps, "{", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, "", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, "[]", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, "a: [", "application/yaml", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, "k8s", "application/vnd.kubernetes.protobuf", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, "<a/>", "application/xml", 415, "UnsupportedMediaType")]
    [InlineData("POST", ConfigMaps, """{"kind":"Secret","apiVersion":"v1","metadata":{"name":"a"}}""", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"a","namespace":"other"}}""", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"A_a"}}""", "application/json", 422, "Invalid")]
    [InlineData("POST", ConfigMaps, """{"metadata":{"name":"a"},"data":{"a":1}}""", "application/json", 400, "BadRequest")]
    [InlineData("POST", ConfigMaps, """{"metadata":[]}""", "application/json", 400, "BadRequest")]
    [InlineData("POST", "/api/v1/namespaces/missing/configmaps", """{"metadata":{"name":"a"}}""", "application/json", 404, "NotFound")]
    [InlineData("POST", "/apis/unknown/v1/things", "{}", "application/json", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/default/widgets", null, "", 404, "NotFound")]
    [InlineData("GET", ConfigMaps + "/missing", null, "", 404, "NotFound")]
    [InlineData("GET", ConfigMaps + "?labelSelector=a%20in%20(b", null, "", 400, "BadRequest")]
    [InlineData("GET", ConfigMaps + "?fieldSelector=data.a%3Db", null, "", 400, "BadRequest")]
    [InlineData("GET", ConfigMaps + "?limit=1&continue=nonsense", null, "", 400, "BadRequest")]
    [InlineData("GET", ConfigMaps + "?watch=1&resourceVersion=abc", null, "", 400, "BadRequest")]
    [InlineData("PUT", ConfigMaps, "{}", "application/json", 405, "MethodNotAllowed")]
    [InlineData("PUT", ConfigMaps + "/a", """{"metadata":{"name":"b"}}""", "application/json", 400, "BadRequest")]
    [InlineData("PATCH", ConfigMaps + "/a", "{}", "application/json", 415, "UnsupportedMediaType")]
    [InlineData("PATCH", ConfigMaps + "/a", "{}", "application/apply-patch+yaml", 422, "Invalid")]
    [InlineData("PATCH", ConfigMaps + "/missing", "{}", "application/merge-patch+json", 404, "NotFound")]
    [InlineData("POST", ConfigMaps + "?dryRun=Some", """{"metadata":{"name":"a"}}""", "application/json", 422, "Invalid")]
    [InlineData("DELETE", ConfigMaps + "/missing", null, "", 404, "NotFound")]
    public async Task What_cannot_be_done_is_refused_as_the_real_API_refuses_it(string method, string path, string? body, string type, int status, string reason)
    {
        var answer = await _api.SendAsync(method, path, body, type);

        answer.Body.Text("kind").ShouldBe("Status");
        answer.Body.Text("reason").ShouldBe(reason, answer.Body.ToJsonString());
        answer.Status.ShouldBe(status);
        answer.Body.Number("code").ShouldBe(status);
        answer.Body.Text("message").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_object_that_is_too_large_is_refused()
    {
        var large = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "large" }, ["data"] = new JsonObject { ["a"] = new string('x', 4 << 20) } };

        var answer = await _api.SendAsync("POST", ConfigMaps, large.ToJsonString());

        answer.Status.ShouldBe(413);
        answer.Body.Text("reason").ShouldBe("RequestEntityTooLarge");
    }

    [Fact]
    public async Task Bodies_may_be_yaml_and_compressed()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes("metadata:\n  name: a\ndata:\n  text: |\n    one\n    two\n  quoted: \"1\"\n"));
        using var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await _api.Client.PostAsync(ConfigMaps, content);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var created = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        created.Text("data", "text").ShouldBe("one\ntwo\n");
        created.Text("data", "quoted").ShouldBe("1");
    }

    [Fact]
    public async Task A_dry_run_answers_as_the_write_would_and_keeps_nothing()
    {
        var before = _api.Store.ResourceVersion;

        var answer = await _api.SendAsync("POST", ConfigMaps + "?dryRun=All", """{"metadata":{"name":"a"}}""");

        answer.Status.ShouldBe(201);
        answer.Body.Text("metadata", "uid").ShouldNotBeNull();
        _api.Store.ResourceVersion.ShouldBe(before);
        _api.Server.ChangingRequests.ShouldBe(0);
        _api.Server.MutatingRequests.ShouldBe(1);
    }

    [Theory]
    [InlineData("Strict", 400)]
    [InlineData("Warn", 201)]
    [InlineData("Ignore", 201)]
    public async Task Unknown_and_repeated_fields_are_treated_as_asked(string validation, int expected)
    {
        using var content = new StringContent("""{"metadata":{"name":"a"},"data":{"a":"1","a":"2"},"extra":true}""", Encoding.UTF8, "application/json");

        using var response = await _api.Client.PostAsync($"{ConfigMaps}?fieldValidation={validation}", content);

        ((int)response.StatusCode).ShouldBe(expected);
        var warnings = response.Headers.TryGetValues("Warning", out var values) ? string.Join('\n', values) : "";
        warnings.Contains("unknown field \\\"extra\\\"").ShouldBe(validation == "Warn");
        warnings.Contains("duplicate field \\\"data.a\\\"").ShouldBe(validation == "Warn");
    }

    [Fact]
    public async Task Pages_add_up_to_the_whole_list()
    {
        for (var i = 0; i < 7; i++)
            _api.Store.Create(_api.Store.Types["ConfigMap"], Documents.ConfigMap($"c{i}"));
        var names = new List<string?>();
        var token = "";
        do
        {
            var page = await _api.SendAsync("GET", $"{ConfigMaps}?limit=3&continue={Uri.EscapeDataString(token)}");
            names.AddRange(page.Body.Items("items").Select(item => item.Text("metadata", "name")));
            token = page.Body.Text("metadata", "continue") ?? "";
        }
        while (token.Length > 0);

        names.ShouldBe(["c0", "c1", "c2", "c3", "c4", "c5", "c6"]);
    }

    [Fact]
    public async Task Only_requests_that_change_something_count_as_changes()
    {
        const string Document = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":"1"}}""";
        await _api.ApplyAsync(ConfigMaps + "/a", Document, "me");
        var version = _api.Store.ResourceVersion;

        var second = await _api.ApplyAsync(ConfigMaps + "/a", Document, "me");

        second.Status.ShouldBe(200);
        _api.Store.ResourceVersion.ShouldBe(version);
        _api.Server.ChangingRequests.ShouldBe(1);
        _api.Server.MutatingRequests.ShouldBe(2);
    }

    [Fact]
    public async Task The_transcript_has_every_request_and_no_token()
    {
        var records = new List<ApiRequestRecord>();
        await using var api = await RunningApi.StartAsync(options => options with
        {
            Transcript = record =>
            {
                lock (records)
                    records.Add(record);
            },
        });
        await api.SendAsync("POST", ConfigMaps, """{"metadata":{"name":"a"}}""");
        await api.SendAsync("GET", ConfigMaps + "/a");
        await api.Server.DisposeAsync();

        records.Select(record => (record.Method, record.Status, record.Changed)).ShouldBe([("POST", 201, true), ("GET", 200, false)]);
        records.ShouldAllBe(record => !record.ToString().Contains(api.Server.Token));
    }
}
