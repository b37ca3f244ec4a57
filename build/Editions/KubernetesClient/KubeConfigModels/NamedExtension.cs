using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>Something that another tool keeps in a kubeconfig.</summary>
public class NamedExtension
{
    /// <summary>Name of the extension.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; }

    /// <summary>Its content.</summary>
    [YamlMember(Alias = "extension")]
    public dynamic Extension { get; set; }
}
