namespace k8s.Models;

/// <summary>Which kind of the API a class stands for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KubernetesEntityAttribute : Attribute
{
    /// <summary>Kind.</summary>
    public string Kind { get; set; }

    /// <summary>API group, empty for the core group.</summary>
    public string Group { get; set; }

    /// <summary>Version within the group.</summary>
    public string ApiVersion { get; set; }

    /// <summary>Name in URLs.</summary>
    public string PluralName { get; set; }
}
