using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes;

public sealed class PersistenceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_state_is_there_again_after_a_restart()
    {
        long version;
        using (var store = ClusterStore.Open(_directory))
        {
            store.Create(store.Types["CustomResourceDefinition"], ClusterStoreTests.Definition());
            store.Create(store.Types["Widget"], Documents.Named("w"));
            store.Create(store.Types["ConfigMap"], Documents.ConfigMap("kept"));
            store.Create(store.Types["ConfigMap"], Documents.ConfigMap("gone"));
            store.Delete(store.Types["ConfigMap"], "default", "gone");
            version = store.ResourceVersion;
        }

        using var again = ClusterStore.Open(_directory);
        again.ResourceVersion.ShouldBe(version);
        again.Get(again.Types["Widget"], "default", "w").ShouldNotBeNull();
        again.Get(again.Types["ConfigMap"], "default", "kept").ShouldNotBeNull();
        again.Get(again.Types["ConfigMap"], "default", "gone").ShouldBeNull();
    }

    [Fact]
    public void A_journal_cut_at_any_byte_opens_with_a_prefix_of_its_writes()
    {
        using (var store = ClusterStore.Open(_directory))
        {
            for (var i = 0; i < 5; i++)
                store.Create(store.Types["ConfigMap"], Documents.ConfigMap($"c{i}"));
        }
        var journal = Path.Combine(_directory, "objects.journal");
        var whole = File.ReadAllBytes(journal);

        for (var length = whole.Length; length > 0; length -= 37)
        {
            File.WriteAllBytes(journal, whole[..length]);
            using var store = ClusterStore.Open(_directory);
            var names = store.List(store.Types["ConfigMap"]).Select(document => document.Text("metadata", "name")).ToList();
            names.ShouldBe(Enumerable.Range(0, names.Count).Select(i => $"c{i}"));
            store.Create(store.Types["ConfigMap"], Documents.ConfigMap("new"));
        }
    }

    [Fact]
    public void A_long_history_is_rewritten_without_loss()
    {
        var journal = Path.Combine(_directory, "objects.journal");
        var large = new string('x', 100_000);
        using (var store = ClusterStore.Open(_directory))
        {
            store.Create(store.Types["ConfigMap"], Documents.ConfigMap("quiet"));
            store.Create(store.Types["ConfigMap"], Documents.ConfigMap("busy"));
            for (var i = 0; i < 60; i++)
                store.Update(store.Types["ConfigMap"], Documents.ConfigMap("busy", value: large + i));
        }

        new FileInfo(journal).Length.ShouldBeLessThan(5 << 20);
        using var again = ClusterStore.Open(_directory);
        again.Get(again.Types["ConfigMap"], "default", "quiet").ShouldNotBeNull();
        again.Get(again.Types["ConfigMap"], "default", "busy").Text("data", "a").ShouldBe(large + 59);
    }

    [Fact]
    public void A_directory_in_use_is_a_problem_that_says_so()
    {
        using var store = ClusterStore.Open(_directory);

        var problem = Should.Throw<ProblemException>(() => ClusterStore.Open(_directory));

        problem.Problems.Single().Code.ShouldBe(KubernetesApiProblems.StateUnavailable);
        problem.Problems.Single().Location.ShouldBe(_directory.Path);
    }

    [Fact]
    public void Nobody_else_can_read_the_state()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (ClusterStore.Open(Path.Combine(_directory, "state")))
        {
        }

        File.GetUnixFileMode(Path.Combine(_directory, "state")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(_directory, "state", "objects.journal")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
