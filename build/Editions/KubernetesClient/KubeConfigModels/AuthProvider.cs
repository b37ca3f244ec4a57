using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A legacy authentication provider that was compiled into kubectl.</summary>
public class AuthProvider
{
    /// <summary>Name of the provider.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; }

    /// <summary>The provider's own settings.</summary>
    [YamlMember(Alias = "config")]
    public Dictionary<string, string> Config { get; set; }
}
