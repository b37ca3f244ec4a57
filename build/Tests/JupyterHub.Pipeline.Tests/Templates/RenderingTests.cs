using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Templates;

namespace JupyterHub.Pipeline.Tests.Templates;

public sealed class RenderingTests : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{{ hub.host }}", "\"jupyter.data.example.org\"")]
    [InlineData("{{ hub.host }}-tls", "\"jupyter.data.example.org-tls\"")]
    [InlineData("{{ storage.longhorn.replicas }}", "3")]
    [InlineData("\"{{ storage.longhorn.replicas }}\"", "\"3\"")]
    [InlineData("v{{ storage.longhorn.replicas }}", "\"v3\"")]
    [InlineData("{{ storage.longhorn.replicas }}0", "\"30\"")]
    [InlineData("{{ hub.network.policy }}", "true")]
    [InlineData("{{ hub.users.admins }}", "[\"ada\"]")]
    [InlineData("{{ hub.users.allowed }}", "[]")]
    [InlineData("{{ dns.external_dns.interval }}", "\"30s\"")]
    [InlineData("{{ dns.external_dns.interval.total_seconds | math.round }}", "30")]
    [InlineData("\"{{ certificates.authority.duration.total_hours | math.round }}h\"", "\"87600h\"")]
    [InlineData("{{ hub.storage.size }}", "\"10Gi\"")]
    [InlineData("{{ hub.storage.size | bytes }}", "10737418240")]
    [InlineData("{{ hub.resources.memory.limit | bytes }}", "null")]
    [InlineData("{{ '500m' | cores }}", "0.5")]
    [InlineData("{{ hub.resources.cpu.limit }}", "null")]
    [InlineData("{{ ingress.address }}", "\"10.0.0.80\"")]
    [InlineData("{{ ingress.publish }}", "\"annotation\"")]
    [InlineData("{{ dns.external_dns.policy }}", "\"sync\"")]
    [InlineData("{{ cluster.provider }}", "\"existing\"")]
    [InlineData("{{ charts.cert_manager.version }}", "\"v1.21.1\"")]
    [InlineData("{{ if hub.authenticator.dummy }}dummy{{ else }}other{{ end }}", "\"other\"")]
    [InlineData("{{ capture x }}a: {{ hub.host }}{{ end }}{{ x }}", "\"a: jupyter.data.example.org\"")]
    public async Task The_model_is_shown_in_snake_case_and_written_by_its_type(string template, string json) =>
        (await _folder.Values($"key: {template}\n"))["key"]?.ToJsonString().ShouldBe(json == "null" ? null : json);

    [Fact]
    public async Task Records_of_variables_are_shown_like_the_model()
    {
        var values = await _folder.Values("a: {{ v.zone }}\nb: {{ v.tsig.name }}\nc: {{ v.records }}\n", _folder.Environment.Dns.Bind9);

        values.ToJsonString().ShouldBe("""{"a":"data.example.org","b":"hub-key","c":[]}""");
    }

    [Fact]
    public async Task Loops_and_whole_sections_render()
    {
        var values = await _folder.Values("list:\n{{~ for item in v ~}}\n  - name: {{ item }}\n{{~ end ~}}\nall: {{ v }}\n", new[] { "a", "no", "x: y" });

        values.ToJsonString().ShouldBe("""{"list":[{"name":"a"},{"name":"no"},{"name":"x: y"}],"all":["a","no","x: y"]}""");
    }

    [Fact]
    public async Task A_plain_text_stays_readable() =>
        (await _folder.Render("host: {{ hub.host }}\nname: {{ hub.release }}-tls\nsize: {{ hub.storage.size }}\n")).Text
            .ShouldBe("host: jupyter.data.example.org\nname: jupyterhub-tls\nsize: \"10Gi\"\n");

    [Theory]
    [InlineData("a: 1\nkey: {{ hub.hots }}\n", "'hots' does not exist there; did you mean 'host'?", 2)]
    [InlineData("a: 1\n\nkey: {{ hubb.host }}\n", "'hubb' does not exist; did you mean 'hub'?", 3)]
    [InlineData("key: {{ storage.ceph.storageClass }}\n", "'storageClass' does not exist there; did you mean 'storage_class'?", 1)]
    public async Task An_undefined_name_is_refused_with_the_nearest(string template, string message, int line)
    {
        var problem = (await _folder.Refuse(template)).ShouldHaveSingleItem();

        problem.Code.ShouldBe(TemplateProblems.Undefined);
        problem.Message.ShouldBe(message);
        problem.Location.ShouldStartWith($"helm-values/x.yaml:{line}:");
    }

    [Fact]
    public async Task All_syntax_errors_are_reported_where_they_stand()
    {
        var problems = await _folder.Refuse("a: 1\nb: {{ hub. }}\nc: {{ if }}\n");

        problems.ShouldAllBe(problem => problem.Code == TemplateProblems.Syntax);
        problems[0].Location.ShouldStartWith("helm-values/x.yaml:2:");
    }

    [Theory]
    [InlineData("key: \"{{ v }}\"\n")]
    [InlineData("key: x-{{ v }}\n")]
    public async Task A_list_is_no_part_of_a_text(string template)
    {
        var problem = (await _folder.Refuse("a: 1\n" + template, new[] { "a" })).ShouldHaveSingleItem();

        problem.Code.ShouldBe(TemplateProblems.DoesNotFit);
        problem.Location.ShouldStartWith("helm-values/x.yaml:2:");
    }

    [Fact]
    public async Task A_template_that_is_not_YAML_is_refused_at_its_line()
    {
        var problem = (await _folder.Refuse("a: {{ hub.host }}\nb: c: d\n")).ShouldHaveSingleItem();

        problem.Code.ShouldBe(TemplateProblems.InvalidYaml);
        problem.Location.ShouldBe("helm-values/x.yaml:2:1");
    }

    [Fact]
    public async Task A_manifest_holds_objects_with_names()
    {
        var problems = await _folder.Refuse("apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\nkind: X\n---\n# nothing\n", path: "manifests/a/b.yaml");

        problems.ShouldHaveSingleItem().Message.ShouldBe("Document 2 has no apiVersion, kind or metadata.name");
    }

    [Fact]
    public async Task An_unknown_template_is_refused_with_the_nearest()
    {
        _folder.Write("helm-values/longhorn.yaml", "a: 1\n");

        var exception = await Should.ThrowAsync<JupyterHub.Pipeline.Problems.ProblemException>(
            () => new TemplateRenderer(_folder.Source, _folder).RenderAsync("helm-values/longhron.yaml", _folder.Environment));

        exception.Problems[0].Message.ShouldBe("There is no template 'helm-values/longhron.yaml'; did you mean 'helm-values/longhorn.yaml'?");
    }

    [Fact]
    public async Task A_file_in_the_repository_replaces_the_library_s()
    {
        _folder.Write("helm-values/a.yaml", "from: library\n", inLibrary: true);
        _folder.Write("helm-values/b.yaml", "from: library\n", inLibrary: true);
        _folder.Write("helm-values/b.yaml", "from: repository\n");
        var renderer = new TemplateRenderer(_folder.Source, _folder);

        (await renderer.RenderAsync("helm-values/a.yaml", _folder.Environment)).Values["from"]!.GetValue<string>().ShouldBe("library");
        (await renderer.RenderAsync("helm-values/b.yaml", _folder.Environment)).Values["from"]!.GetValue<string>().ShouldBe("repository");
        _folder.Source.Read("helm-values/b.yaml").IsOverride.ShouldBeTrue();
        _folder.Source.Paths.ShouldBe(["helm-values/a.yaml", "helm-values/b.yaml"]);
    }
}
