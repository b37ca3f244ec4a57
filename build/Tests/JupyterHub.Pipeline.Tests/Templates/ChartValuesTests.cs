using CliWrap;
using CliWrap.Buffered;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Templates;
using JupyterHub.Pipeline.Tests.Environments;
using JupyterHub.Pipeline.Tests.Helm;

namespace JupyterHub.Pipeline.Tests.Templates;

/// <summary>What a values template means, and that real helm takes it with the charts that stand in for the published ones.</summary>
public sealed class ChartValuesTests : IDisposable
{
    private readonly SampleEnvironments _samples = new();

    public void Dispose() => _samples.Dispose();

    [HelmFact]
    public async Task Helm_renders_every_stand_in_chart_with_the_values_of_every_environment()
    {
        var folder = Directory.CreateTempSubdirectory("values-");
        try
        {
            foreach (var environment in new[] { _samples.Load("onprem-rehearsal"), _samples.Load("every-option") })
            {
                foreach (var path in SampleEnvironments.Source.Paths.Where(x => x.StartsWith("helm-values/", StringComparison.Ordinal)))
                {
                    var values = Path.Combine(folder.FullName, Path.GetFileName(path));
                    await File.WriteAllTextAsync(values, (await SampleEnvironments.RenderAsync(path, environment)).Text);
                    var chart = Path.Combine(EnvironmentFolder.Repository, "build", "Rehearsal", "Charts", Path.GetFileNameWithoutExtension(path));

                    var result = await Cli.Wrap(HelmTools.Helm!).WithArguments(["template", "x", chart, "--values", values, "--kube-version", "1.35.2"])
                        .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

                    result.ExitCode.ShouldBe(0, $"{path} over {environment.Name}: {result.StandardError}");
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("native", "nativeauthenticator.NativeAuthenticator")]
    [InlineData("ldap", "ldapauthenticator.LDAPAuthenticator")]
    [InlineData("every-option", "generic-oauth")]
    [InlineData("onprem-rehearsal", "dummy")]
    public async Task The_authenticator_is_the_one_asked_for(string environment, string authenticator)
        => (await Hub(environment))["hub"]!["config"]!["JupyterHub"]!["authenticator_class"]!.ToString().ShouldBe(authenticator);

    [Fact]
    public async Task A_hub_that_keeps_passwords_itself_finds_its_sign_up_page()
        => (await Hub("native"))["hub"]!["extraConfig"]!["20-templates"]!.ToString().ShouldContain("c.JupyterHub.template_paths.append(");

    [Fact]
    public async Task A_hub_without_secrets_has_no_Secret()
    {
        (await SampleEnvironments.RenderAsync("manifests/jupyterhub/credentials.yaml", _samples.Load("ldap"))).Documents.ShouldHaveSingleItem()["kind"]!.ToString().ShouldBe("Namespace");
        (await SampleEnvironments.RenderAsync("manifests/jupyterhub/credentials.yaml", _samples.Load("every-option"))).Documents.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_title_is_every_pages_title_and_nothing_that_a_shell_or_Kubernetes_expands()
    {
        var environment = _samples.Load("every-option");

        var hub = (await SampleEnvironments.RenderAsync("helm-values/jupyterhub.yaml", environment with { Hub = environment.Hub with { Title = "$(OAUTH_CLIENT_SECRET) {{ x }}" } })).Values["hub"]!;

        hub["templateVars"]!["hub_title"]!.ToString().ShouldBe("$(OAUTH_CLIENT_SECRET) {{ x }}");
        hub["extraFiles"]!["page"]!["stringData"]!.ToString().ShouldBe("{% extends \"templates/page.html\" %}{% block title %}{{ hub_title }}{% endblock %}");
        hub["extraEnv"]!.AsObject().Select(x => x.Key).ShouldBe(["OAUTH_CLIENT_SECRET"]);
    }

    [Theory]
    [InlineData("onprem-rehearsal", "DaemonSet", false)]
    [InlineData("every-option", null, true)]
    public async Task The_ingress_controller_publishes_its_address_as_asked_and_redirects_to_HTTPS(string name, string? kind, bool published)
    {
        var values = (await SampleEnvironments.RenderAsync("helm-values/traefik.yaml", _samples.Load(name))).Values;

        values["deployment"]?["kind"]?.ToString().ShouldBe(kind);
        values["providers"]!["kubernetesIngress"]!["publishedService"]!["enabled"]!.GetValue<bool>().ShouldBe(published);
        values["ports"]!["web"]!["http"]!["redirections"]!["entryPoint"]!["to"]!.ToString().ShouldBe("websecure");
    }

    [Fact]
    public async Task No_secret_is_in_any_chart_s_values()
    {
        foreach (var path in SampleEnvironments.Source.Paths.Where(x => x.StartsWith("helm-values/", StringComparison.Ordinal)))
            (await SampleEnvironments.RenderAsync(path, _samples.Load("every-option"))).Text.ShouldNotContain(SampleEnvironments.Secret);
    }

    private async Task<System.Text.Json.Nodes.JsonObject> Hub(string environment)
        => (await SampleEnvironments.RenderAsync("helm-values/jupyterhub.yaml", _samples.Load(environment))).Values;
}
