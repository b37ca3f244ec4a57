using k8s;
using k8s.KubeConfigModels;
using k8s.Models;

namespace KubernetesClient.Tests;

public sealed class SerializationTests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.123456Z")]
    [InlineData("2026-01-02T03:04:05.1Z", "2026-01-02T03:04:05.100000Z")]
    [InlineData("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123456Z")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05Z")]
    [InlineData("2026-01-02T03:04:05.5-01:30", "2026-01-02T04:34:05.500000Z")]
    public void Points_in_time_are_RFC_3339_in_UTC(string read, string written)
    {
        var time = KubernetesJson.Deserialize<DateTime>($"\"{read}\"");

        time.Kind.ShouldBe(DateTimeKind.Utc);
        var offset = KubernetesJson.Deserialize<DateTimeOffset>($"\"{read}\"");
        KubernetesJson.Serialize(new { time, offset }).ShouldBe($$"""{"time":"{{written}}","offset":"{{written}}"}""");
    }

    [Fact]
    public void What_is_no_point_in_time_is_refused() =>
        Should.Throw<FormatException>(() => KubernetesJson.Deserialize<DateTime>("\"yesterday\""))
            .Message.ShouldContain("yesterday");

    [Fact]
    public void Durations_are_ISO_8601()
    {
        KubernetesJson.Serialize(TimeSpan.FromMinutes(90)).ShouldBe("\"PT1H30M\"");
        KubernetesJson.Deserialize<TimeSpan>("\"PT1H30M\"").ShouldBe(TimeSpan.FromMinutes(90));
    }

    [Fact]
    public void Null_is_left_out_and_enumerations_are_words() =>
        KubernetesJson.Serialize(new { Kind = (string?)null, Type = WatchEventType.Added }).ShouldBe("""{"type":"Added"}""");

    [Fact]
    public void A_status_is_read_with_its_causes_and_says_what_happened()
    {
        var status = KubernetesJson.Deserialize<V1Status>(
            """
            {"kind":"Status","apiVersion":"v1","status":"Failure","message":"is invalid","reason":"Invalid","code":422,
             "details":{"name":"hub","causes":[{"reason":"FieldValueRequired","field":"spec.size"}],"retryAfterSeconds":2}}
            """);

        status.HasObject.ShouldBeFalse();
        status.Code.ShouldBe(422);
        status.Details.Causes.Single().Field.ShouldBe("spec.size");
        status.Details.RetryAfterSeconds.ShouldBe(2);
        status.ToString().ShouldBe("Invalid - is invalid");
        new V1Status { Code = 404 }.ToString().ShouldBe("NotFound");
        new V1Status { Status = "Success" }.ToString().ShouldBe("Success");
        new V1Status { Message = "why" }.ToString().ShouldBe("why");
    }

    [Fact]
    public void An_object_in_place_of_a_status_is_kept()
    {
        var status = KubernetesJson.Deserialize<V1Status>(
            """{"kind":"Namespace","metadata":{"name":"hub"},"status":{"phase":"Terminating"}}""");

        status.HasObject.ShouldBeTrue();
        status.ObjectView<V1Namespace>().Metadata.Name.ShouldBe("hub");
    }

    [Fact]
    public async Task YAML_is_read_leniently_or_strictly()
    {
        const string yaml = "kind: Config\ncurrent-context: a\nunknown: 1\n";

        KubernetesYaml.Deserialize<K8SConfiguration>(yaml).CurrentContext.ShouldBe("a");
        using var stream = new MemoryStream("current-context: b"u8.ToArray());
        (await KubernetesYaml.LoadFromStreamAsync<K8SConfiguration>(stream)).CurrentContext.ShouldBe("b");
        stream.CanRead.ShouldBeTrue();
        Should.Throw<YamlDotNet.Core.YamlException>(() => KubernetesYaml.Deserialize<K8SConfiguration>(yaml, strict: true));
    }

    [Fact]
    public void JSON_options_of_one_configuration_are_not_those_of_another()
    {
        var config = new KubernetesClientConfiguration();

        config.AddJsonOptions(options => options.WriteIndented = true);

        config.JsonSerializerOptions.WriteIndented.ShouldBeTrue();
        new KubernetesClientConfiguration().JsonSerializerOptions.WriteIndented.ShouldBeFalse();
    }
}
