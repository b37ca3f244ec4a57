using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>
/// A hub's configuration, from where its pod has it: the values in the mounted Secrets, environment variables, and assignments of
/// <c>hub.extraConfig</c> that take a text or a variable.
/// </summary>
internal sealed partial class HubConfiguration
{
    private readonly Cluster _cluster;
    private readonly Dictionary<string, JsonNode?> _assigned = [];

    private HubConfiguration(Cluster cluster, JsonObject pod, JsonObject values)
    {
        _cluster = cluster;
        Pod = pod;
        Values = values;
        foreach (var text in values.Child("hub", "extraConfig")?.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value.Text()).OfType<string>() ?? [])
            ReadAssignments(text);
    }

    public JsonObject Pod { get; }

    /// <summary>The chart's values.</summary>
    public JsonObject Values { get; }

    public string Namespace => Pod.Text("metadata", "namespace")!;

    /// <summary>Where the hub is served, with a final slash.</summary>
    public string BaseUrl => (Values.Text("hub", "baseUrl") ?? "/").TrimEnd('/') + "/";

    /// <summary>The authenticator's class; JupyterHub's own default is another, but the chart's is <c>dummy</c>.</summary>
    public string Authenticator => this["JupyterHub", "authenticator_class"].Text() ?? "dummy";

    public bool IsDummy => Authenticator == "dummy" || Authenticator.EndsWith("DummyAuthenticator", StringComparison.Ordinal);

    /// <summary>What every page says at its top: an announcement, or the title that a template of the hub's own shows.</summary>
    public string? Announcement => this["JupyterHub", "template_vars"].Text("announcement")
        ?? Values.Text("hub", "templateVars", "announcement") ?? Values.Text("hub", "templateVars", "hub_title");

    /// <summary>A setting, <c>c.Class.name</c>: an assignment wins over the values, a mounted Secret's own key over both.</summary>
    public JsonNode? this[string type, string name] =>
        MountedSecrets(_cluster, Pod).Select(secret => SecretData.Read(secret, $"hub.config.{type}.{name}")).LastOrDefault(value => value is not null) is { } mounted
            ? mounted
            : _assigned.TryGetValue($"{type}.{name}", out var assigned) ? assigned : Values.At("hub", "config", type, name);

    /// <summary>Whether a user who has proven who they are may come in (JupyterHub 5: nobody unless they are allowed).</summary>
    public bool Allows(string user)
    {
        // The dummy authenticator's own default lets everyone in.
        var all = (this["Authenticator", "allow_all"] ?? this["DummyAuthenticator", "allow_all"]).Flag() ?? IsDummy;
        return all || this["Authenticator", "allowed_users"].Texts().Contains(user) || this["Authenticator", "admin_users"].Texts().Contains(user);
    }

    /// <summary>The configuration of the hub in a namespace; null when no hub is ready.</summary>
    public static HubConfiguration? Find(Cluster cluster, string @namespace)
    {
        var pod = IngressRoute.ReadyPods(cluster, @namespace, "hub").FirstOrDefault();
        if (pod is null)
            return null;
        var values = MountedSecrets(cluster, pod).Select(secret => YamlText.Parse(SecretData.Read(secret, "values.yaml"))).OfType<JsonObject>().ToList();
        var merged = new JsonObject();
        foreach (var each in values)
            Overlay.Apply(merged, each);
        return new HubConfiguration(cluster, pod, merged);
    }

    private static IEnumerable<JsonObject> MountedSecrets(Cluster cluster, JsonObject pod) => pod.Items("spec", "volumes")
        .Select(volume => volume.Text("secret", "secretName")).OfType<string>()
        .Select(name => cluster.Get(Resources.Secrets, pod.Text("metadata", "namespace"), name)).OfType<JsonObject>();

    private void ReadAssignments(string text)
    {
        foreach (Match match in Assignment().Matches(text))
            _assigned[match.Groups["name"].Value] = Value(match.Groups["value"].Value);
    }

    // {"announcement": os.environ["HUB_TITLE"]}, os.environ["PASSWORD"], "text", True
    private JsonNode? Value(string text)
    {
        text = Variable().Replace(text.Trim(), match => JsonSerializer.Serialize(RunningPods.Variable(_cluster, Pod, match.Groups["name"].Value) ?? ""));
        text = text.Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^c\.(?<name>\w+\.\w+)\s*=\s*(?<value>.+?)\s*$""", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex("""os\.environ(?:\.get\()?\[?["'](?<name>\w+)["']\]?\)?""")]
    private static partial Regex Variable();
}
