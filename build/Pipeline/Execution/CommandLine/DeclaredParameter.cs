using System.Reflection;
using Nuke.Common;
using Nuke.Common.Utilities;

namespace JupyterHub.Pipeline.Execution;

/// <summary>A parameter that the build declares, or a switch of NUKE's that no member declares.</summary>
/// <param name="Name">The name as it is matched: dashes do not count, and neither does the case.</param>
/// <param name="Type">The type of its value; null when the value is not ours to judge.</param>
internal sealed record DeclaredParameter(string Name, Type? Type)
{
    /// <summary>Splits one value into several; besides, values may stand side by side.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether help lists it, so that it may be suggested.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>What help says of it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is one of NUKE's own.</summary>
    public bool IsNukes { get; init; }

    /// <summary>Whether its values are targets.</summary>
    public bool TakesTargets => Name is "Target" or "Skip";

    /// <summary>The name as one types it: <c>--hub-environment</c>.</summary>
    public string Option => "--" + Name.SplitCamelHumpsWithKnownWords().JoinDash().ToLowerInvariant();

    public static DeclaredParameter Of(MemberInfo member, ParameterAttribute attribute)
    {
        var prefix = member.DeclaringType?.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        // Attributes derived from NUKE's read the value in ways of their own.
        var type = attribute.GetType() != typeof(ParameterAttribute) ? null
            : member is PropertyInfo property ? property.PropertyType
            : ((FieldInfo)member).FieldType;
        return new DeclaredParameter(prefix + (attribute.Name ?? member.Name), type)
        {
            Separator = attribute.Separator is [var separator, ..] ? separator : null,
            Listed = attribute.List,
            Description = attribute.Description,
            IsNukes = member.DeclaringType == typeof(NukeBuild),
        };
    }

    public bool Matches(string name) => Letters(name).Equals(Letters(Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name without what does not count in it.</summary>
    public static string Letters(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
