using System.Text.Json.Nodes;

namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>The values that must not be seen anywhere.</summary>
internal static class Secrets
{
    /// <summary>The keys of a Ceph export's users.</summary>
    public static IReadOnlyList<string> OfCephExport(string json) =>
        [.. JsonNode.Parse(json)!.AsArray().Select(entry => (string?)entry!["data"]?["userKey"]).OfType<string>()];

    /// <summary>What a rehearsal has made up for itself, and the keys of the Ceph cluster that it imports.</summary>
    public static IReadOnlyList<string> Of(Checkout checkout, string environment) =>
    [
        .. checkout.Left($".nuke/temp/rehearsal/{environment}/secrets").Select(file => file.Text.Trim()),
        .. OfCephExport(checkout.Read("environments/rehearsal/ceph-export.json")),
    ];

    /// <summary>None of them is in what a run has said, logged or rendered.</summary>
    public static void ShouldNotShow(this Checkout checkout, BuildRun run, IReadOnlyList<string> secrets)
    {
        secrets.ShouldNotBeEmpty();
        var places = new List<(string Path, string Text)> { ("the output", run.Output) };
        places.AddRange(Directory.EnumerateFiles(checkout.Path(".nuke/temp"), "*.log").Select(file => (file, File.ReadAllText(file))));
        places.AddRange(checkout.Left(".nuke/temp/rendered"));
        places.Count.ShouldBeGreaterThan(2);
        foreach (var secret in secrets)
            places.Where(place => place.Text.Contains(secret)).Select(place => place.Path).ShouldBeEmpty();
    }
}
