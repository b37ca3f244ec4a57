using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A kubeconfig (Config of API group <c>v1</c>).</summary>
public class K8SConfiguration
{
    /// <summary>Settings of command line tools.</summary>
    [YamlMember(Alias = "preferences")]
    public IDictionary<string, object> Preferences { get; set; }

    /// <summary>v1.</summary>
    [YamlMember(Alias = "apiVersion")]
    public string ApiVersion { get; set; }

    /// <summary>Config.</summary>
    [YamlMember(Alias = "kind")]
    public string Kind { get; set; }

    /// <summary>Name of the context that is used when none is asked for.</summary>
    [YamlMember(Alias = "current-context", ApplyNamingConventions = false)]
    public string CurrentContext { get; set; }

    /// <summary>Contexts by name.</summary>
    [YamlMember(Alias = "contexts")]
    public IEnumerable<Context> Contexts { get; set; } = [];

    /// <summary>Clusters by name.</summary>
    [YamlMember(Alias = "clusters")]
    public IEnumerable<Cluster> Clusters { get; set; } = [];

    /// <summary>Users by name.</summary>
    [YamlMember(Alias = "users")]
    public IEnumerable<User> Users { get; set; } = [];

    /// <summary>What others keep here.</summary>
    [YamlMember(Alias = "extensions")]
    public IEnumerable<NamedExtension> Extensions { get; set; }

    /// <summary>The file that it was read from, against whose directory its paths are resolved; null for none.</summary>
    [YamlIgnore]
    public string FileName { get; set; }
}
