using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Rehearsal.Controllers;
using JupyterHub.Pipeline.Rehearsal.Kubernetes;

namespace JupyterHub.Pipeline.Rehearsal.Hub;

/// <summary>A user's server as KubeSpawner makes it: a claim of their own and a pod that mounts it, beside the volumes that all share.</summary>
internal sealed class UserServer(Cluster cluster, HubConfiguration hub, string user)
{
    private const string Manager = "kubespawner";

    private readonly JsonObject _settings = hub.Values.Child("singleuser") ?? [];

    public ObjectKey Pod { get; } = new(Resources.Pods, hub.Namespace, "jupyter-" + Slug(user));

    public ObjectKey Claim { get; } = new(Resources.PersistentVolumeClaims, hub.Namespace, "claim-" + Slug(user));

    /// <summary>The pod as it is now; null when there is none.</summary>
    public JsonObject? Find() => cluster.Get(Pod);

    public bool IsReady => Find() is { } pod && Conditions.IsTrue(pod, "Ready");

    /// <summary>What the user would be told while waiting: the last thing that keeps the pod from running.</summary>
    public string Progress => Find() is not { } pod ? "Server requested"
        : pod.Items("status", "conditions").FirstOrDefault(each => each.Text("status") == "False" && each.Text("message") is { Length: > 0 }).Text("message") ?? "Pod requested";

    /// <summary>Creates what is missing of the claim and the pod.</summary>
    public void Start()
    {
        if (_settings.Text("storage", "type") is null or "dynamic" && cluster.Get(Claim) is null)
            cluster.Create(Resources.PersistentVolumeClaims, NewClaim(), Manager);
        if (cluster.Get(Pod) is null)
            cluster.Create(Resources.Pods, NewPod(), Manager);
    }

    /// <summary>Deletes the pod; the claim stays, with the user's files.</summary>
    public void Stop() => cluster.Delete(Pod);

    /// <summary>The user's name in object names: itself when it can be, else made safe and told apart by a hash (KubeSpawner's "safe" scheme).</summary>
    public static string Slug(string name)
    {
        var isSafe = name.Length is > 0 and <= 48 && name.All(symbol => char.IsAsciiLetterLower(symbol) || char.IsAsciiDigit(symbol) || symbol == '-')
            && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
        if (isSafe)
            return name;
        var safe = string.Concat(name.ToLowerInvariant().Select(symbol => char.IsAsciiLetterLower(symbol) || char.IsAsciiDigit(symbol) ? symbol : '-')).Trim('-');
        return $"{(safe.Length > 32 ? safe[..32] : safe)}---{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
    }

    private JsonObject NewClaim()
    {
        var storage = _settings.Child("storage") ?? [];
        var spec = new JsonObject
        {
            ["accessModes"] = storage.At("dynamic", "storageAccessModes")?.DeepClone() ?? new JsonArray("ReadWriteOnce"),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["storage"] = storage.Text("capacity") ?? "10Gi" } },
        };
        if (storage.Text("dynamic", "storageClass") is { } storageClass)
            spec["storageClassName"] = storageClass;
        return new JsonObject { ["metadata"] = Metadata(Claim, "singleuser-storage", storage.Child("extraLabels")), ["spec"] = spec };
    }

    private JsonObject NewPod()
    {
        var volumes = new JsonArray();
        var mounts = new JsonArray();
        if (_settings.Text("storage", "type") is null or "dynamic")
        {
            volumes.Add(new JsonObject { ["name"] = "volume-" + Slug(user), ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = Claim.Name } });
            mounts.Add(new JsonObject { ["name"] = "volume-" + Slug(user), ["mountPath"] = _settings.Text("storage", "homeMountPath") ?? "/home/jovyan" });
        }
        AddNamed(volumes, _settings.At("storage", "extraVolumes"));
        AddNamed(mounts, _settings.At("storage", "extraVolumeMounts"));
        var container = new JsonObject
        {
            ["name"] = "notebook",
            ["image"] = $"{_settings.Text("image", "name")}:{_settings.Text("image", "tag")}",
            ["args"] = new JsonArray("jupyterhub-singleuser"),
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "notebook-port", ["containerPort"] = 8888 }),
            ["env"] = new JsonArray(
                new JsonObject { ["name"] = "JUPYTERHUB_USER", ["value"] = user },
                new JsonObject { ["name"] = "JUPYTERHUB_API_URL", ["value"] = $"http://hub:8081{hub.BaseUrl}hub/api" }),
            ["volumeMounts"] = mounts,
            ["resources"] = Amounts(),
        };
        return new JsonObject
        {
            ["metadata"] = Metadata(Pod, "singleuser-server", _settings.Child("extraLabels")),
            ["spec"] = new JsonObject
            {
                ["restartPolicy"] = "OnFailure",
                ["automountServiceAccountToken"] = false,
                ["serviceAccountName"] = _settings.Text("serviceAccountName") ?? "default",
                ["securityContext"] = new JsonObject { ["fsGroup"] = _settings.Number("fsGid") ?? 100 },
                ["containers"] = new JsonArray(container),
                ["volumes"] = volumes,
            },
        };
    }

    private JsonObject Amounts()
    {
        var requests = new JsonObject();
        var limits = new JsonObject();
        foreach (var (setting, name) in new[] { ("cpu", "cpu"), ("memory", "memory") })
        {
            if (_settings.At(setting, "guarantee") is { } guarantee)
                requests[name] = guarantee.ToString();
            if (_settings.At(setting, "limit") is { } limit)
                limits[name] = limit.ToString();
        }
        return new JsonObject { ["requests"] = requests, ["limits"] = limits };
    }

    private JsonObject Metadata(ObjectKey key, string component, JsonObject? labels)
    {
        var all = new JsonObject
        {
            ["app"] = "jupyterhub",
            ["component"] = component,
            ["app.kubernetes.io/name"] = "jupyterhub",
            ["app.kubernetes.io/instance"] = hub.Pod.Text("metadata", "labels", "app.kubernetes.io/instance"),
            ["app.kubernetes.io/component"] = component,
            ["hub.jupyter.org/username"] = Slug(user),
        };
        Overlay.Apply(all, labels ?? []);
        return new JsonObject
        {
            ["name"] = key.Name,
            ["namespace"] = key.Namespace,
            ["labels"] = all,
            ["annotations"] = new JsonObject { ["hub.jupyter.org/username"] = user },
        };
    }

    /// <summary>Volumes and mounts are lists, or since chart 4.3 maps by name.</summary>
    private static void AddNamed(JsonArray into, JsonNode? values)
    {
        foreach (var each in values.Items())
            into.Add(each.DeepClone());
        if (values is not JsonObject map)
            return;
        foreach (var (name, value) in map)
        {
            var entry = value?.DeepClone() as JsonObject ?? [];
            entry["name"] ??= name;
            into.Add(entry);
        }
    }
}
