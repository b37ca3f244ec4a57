using JupyterHub.Pipeline.EndToEnd.Tests.Running;

namespace JupyterHub.Pipeline.EndToEnd.Tests;

public sealed class RenderTests(CheckoutFixture fixture) : IClassFixture<CheckoutFixture>
{
    private readonly Checkout _checkout = fixture.Checkout;

    [Fact]
    public async Task What_is_rendered_twice_is_the_same_and_holds_no_secret()
    {
        // What a shell would take apart: the folder's name arrives as it was given.
        const string once = "out/o'n\"ce $HOME *";
        (await _checkout.RunAsync("Render", "--render-output", _checkout.Path(once))).ShouldSucceed();
        (await _checkout.RunAsync("Render", "--render-output", _checkout.Path("out/twice"))).ShouldSucceed();
        var first = Rendered(once);
        first.Keys.ShouldContain("helm-values/jupyterhub.yaml");
        first.Keys.ShouldContain("manifests/rook-ceph/external-cluster.yaml");
        Rendered("out/twice").ShouldBe(first, ignoreOrder: true);
        var secrets = Secrets.OfCephExport(_checkout.Read("environments/rehearsal/ceph-export.json"));
        secrets.ShouldNotBeEmpty();
        foreach (var secret in secrets)
            first.Values.ShouldNotContain(text => text.Contains(secret));
    }

    [Fact]
    public async Task A_value_cannot_change_the_structure_around_it()
    {
        _checkout.Rehearsal("hostile", """hub: { title: "x\"\n  evil: true" }""");
        (await _checkout.RunAsync("Render", "--hub-environment", "hostile", "--render-output", _checkout.Path("out/hostile"))).ShouldSucceed();
        Rendered("out/hostile").Values.ShouldNotContain(text => text.Split('\n').Any(line => line.Trim() == "evil: true"));
        Rendered("out/hostile")["helm-values/jupyterhub.yaml"].ShouldContain("evil: true", customMessage: "it is still the title");
    }

    [Fact]
    public async Task An_override_with_an_undefined_variable_is_told_with_its_place()
    {
        using var checkout = await Checkout.OpenAsync();
        checkout.Write("helm-values/traefik.yaml", "a:\n  b: {{ hub.titel }}\n");
        (await checkout.RunAsync("Render")).ShouldFail("HUB1303").ShouldSay("HUB1303 helm-values/traefik.yaml:2:13: 'titel'", "did you mean 'title'?");
    }

    private Dictionary<string, string> Rendered(string folder) =>
        _checkout.Left(folder).ToDictionary(file => Path.GetRelativePath(_checkout.Path(folder), file.Path), file => file.Text);
}
