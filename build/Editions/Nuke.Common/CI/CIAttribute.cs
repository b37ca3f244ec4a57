using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Injects the build server of the member's type, or null when the build runs elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var property = member.GetMemberType().GetProperty(nameof(Host.Instance), ReflectionUtility.Static);
        Assert.True(property is not null, $"Type '{member.GetMemberType()}' is not compatible for injection via '{nameof(CIAttribute)}'");
        return property.GetValue(obj: null);
    }
}
