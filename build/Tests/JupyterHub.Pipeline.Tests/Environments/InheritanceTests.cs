using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Tests.Environments;

public sealed class InheritanceTests : IDisposable
{
    private readonly EnvironmentFolder _folder = new();

    public InheritanceTests() => _folder.Write("base-onprem.yaml", EnvironmentFolder.Minimal.Replace("name: x\n", "", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ten_environments_say_only_what_is_their_own()
    {
        for (var number = 0; number < 10; number++)
            _folder.Write($"site-{number}.yaml", $"extends: base-onprem.yaml\nname: site-{number}\nhub: {{ host: hub{number}.data.example.org }}\n");

        var environments = _folder.Catalog.Select("site-*");

        environments.Select(environment => environment.Name).ShouldBe(Enumerable.Range(0, 10).Select(number => $"site-{number}"));
        environments.Select(environment => environment.Hub.Host).ShouldBe(Enumerable.Range(0, 10).Select(number => $"hub{number}.data.example.org"));
        environments.ShouldAllBe(environment => environment.Dns.Bind9.Server == "10.0.0.53");
    }

    [Fact]
    public void Sections_merge_lists_replace_and_null_removes()
    {
        _folder.Write("base-a.yaml",
            """
            extends: base-onprem.yaml
            hub:
              title: Base
              startTimeout: 5m
              users: { allowed: [one, two] }
              culling: { timeout: 2h, every: 5m }
            """);

        var hub = _folder.Load("extends: base-a.yaml\nname: x\nhub:\n  title: null\n  users: { allowed: [three] }\n  culling: { timeout: 3h }\n").Hub;

        hub.Title.ShouldBe("JupyterHub");
        hub.StartTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        hub.Users.Allowed.ShouldBe(["three"]);
        hub.Users.Admins.ShouldBe(["ada"]);
        hub.Culling.ShouldBe(new CullingSettings { Timeout = TimeSpan.FromHours(3), Every = TimeSpan.FromMinutes(5) });
    }

    [Fact]
    public void An_alternative_replaces_the_one_that_a_base_chose()
    {
        var environment = _folder.Load(
            """
            extends: base-onprem.yaml
            name: x
            dns: { bind9: { tsig: { secret: { file: key } } } }
            hub: { authenticator: { ldap: { server: ldap.example.org, bindDnTemplate: ['uid={username}'] } } }
            """);

        environment.Dns.Bind9.Tsig.Secret.Form.ShouldBe(SecretForm.File);
        environment.Dns.Bind9.Tsig.Secret.Target.ShouldBe(_folder.PathOf("key"));
        environment.Hub.Authenticator.Native.ShouldBeNull();
        environment.Hub.Authenticator.Ldap.ShouldNotBeNull().Port.ShouldBe(636);
    }

    [Fact]
    public void A_problem_is_where_its_value_stands_in_whichever_file()
    {
        _folder.Write("base-b.yaml", "extends: base-onprem.yaml\nhub:\n  culling: { every: 2h }\n  startTimeout: 10\n");

        var problems = _folder.Refuse("extends: base-b.yaml\nname: x\nhub:\n  host: elsewhere.org\n");

        problems.Select(problem => $"{problem.Code.Id} {problem.Location}").ShouldBe(
        [
            "HUB1114 environments/base-b.yaml:3:21",
            "HUB1011 environments/base-b.yaml:4:17",
            "HUB1101 environments/x.yaml:4:9",
        ]);
    }

    [Fact]
    public void Paths_are_relative_to_the_file_that_holds_them()
    {
        _folder.Write("shared/base-c.yaml", "extends: ../base-onprem.yaml\nstorage: { ceph: { export: ceph.json } }\n");
        _folder.Write("shared/ceph.json", "[]");

        _folder.Load("extends: shared/base-c.yaml\nname: x\n").Storage.Ceph.Export.ShouldBe(_folder.PathOf("shared/ceph.json"));
    }

    [Fact]
    public void A_circle_is_refused_with_its_files()
    {
        _folder.Write("base-p.yaml", "extends: base-q.yaml\n");
        _folder.Write("base-q.yaml", "extends: base-p.yaml\n");

        var problem = _folder.Refuse("extends: base-p.yaml\nname: x\n").ShouldHaveSingleItem();

        problem.Code.ShouldBe(EnvironmentProblems.InheritanceCycle);
        problem.Message.ShouldEndWith("x.yaml → base-p.yaml → base-q.yaml → base-p.yaml");
        problem.Location.ShouldBe("environments/base-q.yaml:1:10");
    }

    [Fact]
    public void A_missing_base_is_refused_with_the_nearest_file()
    {
        var problem = _folder.Refuse("name: x\nextends: base-onprm.yaml\n").ShouldHaveSingleItem();

        problem.Code.ShouldBe(EnvironmentProblems.BaseNotFound);
        problem.Message.ShouldBe("extends 'base-onprm.yaml', which does not exist; did you mean 'base-onprem.yaml'?");
        problem.Location.ShouldBe("environments/x.yaml:2:10");
    }

    [Fact]
    public void A_broken_base_is_reported_in_its_own_file()
    {
        _folder.Write("base-broken.yaml", "hub: [\n");

        _folder.Refuse("name: x\nextends: base-broken.yaml\n").ShouldHaveSingleItem().Location.ShouldStartWith("environments/base-broken.yaml:");
    }
}
