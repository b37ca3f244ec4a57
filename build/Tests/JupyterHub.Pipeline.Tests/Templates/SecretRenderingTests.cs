using System.Runtime.Versioning;
using JupyterHub.Pipeline.Templates;

namespace JupyterHub.Pipeline.Tests.Templates;

[UnsupportedOSPlatform("windows")]
public sealed class SecretRenderingTests : IDisposable
{
    private const string Manifest =
        """
        apiVersion: v1
        kind: Secret
        metadata: { name: {{ hub.release }} }
        stringData:
          tsig: {{ secret dns.bind9.tsig.secret }}
          other: {{ v }}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: a }
        data: { plain: {{ v }} }
        """;

    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Secrets_are_applied_but_never_shown()
    {
        _folder.Secret = "s3cret: \"x\"\n";

        var rendered = await _folder.Render(Manifest, "manifests/a/secret.yaml", ("v", "ceph-key"));

        rendered.Documents[0]["stringData"]!["tsig"]!.GetValue<string>().ShouldBe("s3cret: \"x\"\n");
        rendered.Documents[0]["stringData"]!["other"]!.GetValue<string>().ShouldBe("ceph-key");
        rendered.Shown.ShouldNotContain("s3cret");
        rendered.Shown.ShouldContain("tsig: \"<secret: env HUB_TSIG>\"");
        rendered.Shown.ShouldContain("other: \"<secret>\"");
        rendered.Shown.ShouldContain("plain: ceph-key");
        rendered.ToString().ShouldBe("manifests/a/secret.yaml");
    }

    [Theory]
    [InlineData("{{ secret dns.bind9.tsig.secret | string.upcase }}")]
    [InlineData("{{ x = secret dns.bind9.tsig.secret; x + 'a' }}")]
    [InlineData("{{ capture x }}{{ secret dns.bind9.tsig.secret }}{{ end }}{{ x }}")]
    [InlineData("{{ dns.bind9.tsig.secret }}")]
    [InlineData("{{ secret hub.host }}")]
    [InlineData("{{ secret certificates.provided }}")]
    public async Task A_secret_can_only_be_written_as_it_is(string expression)
    {
        var problem = (await _folder.Refuse($"key: {expression}\n")).ShouldHaveSingleItem();

        problem.Code.Id.ShouldBeOneOf("HUB1304", "HUB1306");
        problem.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task What_is_kept_is_private_and_written_only_when_it_changes()
    {
        var directory = Path.Combine(_folder.Repository, "kept");
        var set = new RenderedSet(directory);
        var rendered = set.Add(await _folder.Render(Manifest, "manifests/a/secret.yaml", ("v", "x")));
        var file = new FileInfo(Path.Combine(directory, "manifests/a/secret.yaml"));
        var written = file.LastWriteTimeUtc;
        file.LastWriteTimeUtc = written.AddHours(-1);

        set.Add(rendered);

        file.Refresh();
        file.LastWriteTimeUtc.ShouldBe(written.AddHours(-1));
        file.UnixFileMode.ShouldBe((UnixFileMode)0b110_000_000);
        file.Directory!.UnixFileMode.ShouldBe((UnixFileMode)0b111_000_000);
        File.ReadAllText(file.FullName).ShouldBe(rendered.Shown);
        set.Objects.Select(entry => $"{entry.Path} {entry.Object["kind"]}").ShouldBe(["manifests/a/secret.yaml Secret", "manifests/a/secret.yaml ConfigMap"]);
        set.WriteTo(Path.Combine(_folder.Repository, "out")).ShouldBe(1);
        set.WriteTo(Path.Combine(_folder.Repository, "out")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_known_to_be_secret_is_taken_out_of_what_is_kept()
    {
        var directory = Path.Combine(_folder.Repository, "kept");

        new RenderedSet(directory, text => text.Replace("hidden", "[redacted]", StringComparison.Ordinal)).Add(await _folder.Render("key: a-hidden-b\n"));

        File.ReadAllText(Path.Combine(directory, "helm-values/x.yaml")).ShouldBe("key: a-[redacted]-b\n");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_problem()
    {
        _folder.Write("taken", "a file");
        var set = new RenderedSet(null);
        set.Add(await _folder.Render("a: 1\n"));

        Should.Throw<JupyterHub.Pipeline.Problems.ProblemException>(() => set.WriteTo(Path.Combine(_folder.Repository, "taken")))
            .Problems[0].Code.ShouldBe(TemplateProblems.NotWritten);
    }
}
