using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>A member whose value an attribute provides.</summary>
internal sealed class InjectionMember(MemberInfo member, ValueInjectionAttributeBase attribute)
{
    public MemberInfo Member { get; } = member;

    public ValueInjectionAttributeBase Attribute { get; } = attribute;
}
