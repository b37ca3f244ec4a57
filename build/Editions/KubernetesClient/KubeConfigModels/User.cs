using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A named user.</summary>
public class User
{
    /// <summary>How the user authenticates.</summary>
    [YamlMember(Alias = "user")]
    public UserCredentials UserCredentials { get; set; }

    /// <summary>The name by which contexts refer to it.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; }
}
