using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A named context.</summary>
public class Context
{
    /// <summary>What the context is made of.</summary>
    [YamlMember(Alias = "context")]
    public ContextDetails ContextDetails { get; set; }

    /// <summary>The name by which it is chosen.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; }

    /// <summary>What others keep here.</summary>
    [YamlMember(Alias = "extensions")]
    public IEnumerable<NamedExtension> Extensions { get; set; }

    /// <summary>Not set by a kubeconfig.</summary>
    [Obsolete("This property is not set by the YAML config. Use ContextDetails.Namespace instead.")]
    [YamlMember(Alias = "namespace")]
    public string Namespace { get; set; }
}
