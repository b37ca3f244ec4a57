using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A named cluster.</summary>
public class Cluster
{
    /// <summary>Where the cluster is.</summary>
    [YamlMember(Alias = "cluster")]
    public ClusterEndpoint ClusterEndpoint { get; set; }

    /// <summary>The name by which contexts refer to it.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; }
}
