using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>Which cluster, as whom, and in which namespace.</summary>
public class ContextDetails
{
    /// <summary>Name of the cluster.</summary>
    [YamlMember(Alias = "cluster")]
    public string Cluster { get; set; }

    /// <summary>Name of the user.</summary>
    [YamlMember(Alias = "user")]
    public string User { get; set; }

    /// <summary>Namespace for requests that name none.</summary>
    [YamlMember(Alias = "namespace")]
    public string Namespace { get; set; }

    /// <summary>What others keep here.</summary>
    [YamlMember(Alias = "extensions")]
    public IEnumerable<NamedExtension> Extensions { get; set; }
}
