using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>Injects a value from the command line, the environment or a parameters file, in this order.</summary>
public class ParameterAttribute : ValueInjectionAttributeBase
{
    public ParameterAttribute(string description = null) => Description = description;

    public virtual string Description { get; }

    /// <summary>The name to use instead of the member's.</summary>
    public string Name { get; set; }

    /// <summary>The one character that separates the elements of an array in a single value.</summary>
    public string Separator { get; set; }

    /// <summary>Whether <c>--help</c> lists the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>The type of <see cref="ValueProviderMember"/>; the build's type by default.</summary>
    public Type ValueProviderType { get; set; }

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> that lists the valid values.</summary>
    public string ValueProviderMember { get; set; }

    public override object GetValue(MemberInfo member, object instance) =>
        ParameterService.GetParameter<object>(member, member.GetMemberType().GetNullableType());

    public virtual IEnumerable<(string, object)> GetValueSet(MemberInfo member, object instance) => null;
}
