using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Begins the names of a component's parameters with a prefix.</summary>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class ParameterPrefixAttribute : Attribute
{
    public ParameterPrefixAttribute(string prefix) => Prefix = prefix.TrimEnd(nameof(Prefix));

    public string Prefix { get; }
}
