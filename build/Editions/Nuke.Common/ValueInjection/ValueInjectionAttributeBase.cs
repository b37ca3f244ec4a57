using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Provides the value of a field or property of the build.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; }

    /// <summary>Higher priorities are injected first.</summary>
    public virtual int Priority => 0;

    public virtual bool SuppressWarnings => false;

    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>The value, or null with a warning when it cannot be provided.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception)
        {
            if (!SuppressWarnings && !member.HasCustomAttribute<OptionalAttribute>())
                Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", member.GetDisplayName());

            return null;
        }
    }

    protected T GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var member = type
            .GetAllMembers(x => x.Name == memberName, ReflectionUtility.All, allowAmbiguity: true, filterQuasiOverridden: true)
            .FirstOrDefault()
            .NotNull($"No member '{memberName}' found in '{type.Name}'");
        Assert.True(
            typeof(T).IsAssignableFrom(member.GetMemberType()),
            $"Member '{type.Name}.{member.Name}' must be of type '{typeof(T).Name}'");
        return member.GetValue<T>(instance);
    }

    protected T GetMemberValueOrNull<T>(string memberName, object instance) =>
        memberName is null ? default : GetMemberValue<T>(memberName, instance);
}
