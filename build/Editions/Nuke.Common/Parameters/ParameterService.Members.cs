using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Parameters;

internal sealed partial class ParameterService
{
    public static ParameterService Instance { get; set; } = new(() => EnvironmentInfo.ArgumentParser, () => EnvironmentInfo.Variables);

    public static T GetParameter<T>(string name, char? separator = null) => (T)Instance.GetParameter(name, typeof(T), separator);

    public static T GetParameter<T>(MemberInfo member, Type destinationType = null) =>
        (T)Instance.GetParameter(GetParameterMemberName(member), destinationType ?? typeof(T), SeparatorOf(member));

    public static T GetParameter<T>(Expression<Func<T>> expression) => GetParameter<T>(expression.GetMemberInfo());

    public static T GetNamedArgument<T>(string name, char? separator = null) => (T)Instance.GetArgument(name, typeof(T), separator);

    /// <summary>The name that the command line, the environment and parameters files use.</summary>
    public static string GetParameterMemberName(MemberInfo member)
    {
        var attribute = member.GetCustomAttribute<ParameterAttribute>().NotNull();
        var prefix = member.DeclaringType.NotNull().GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        return prefix + (attribute.Name ?? member.Name);
    }

    public static string GetParameterDashedName(MemberInfo member) => GetParameterDashedName(GetParameterMemberName(member));

    public static string GetParameterDashedName(string name) => name.SplitCamelHumpsWithKnownWords().JoinDash().ToLowerInvariant();

    public static string GetParameterDescription(MemberInfo member) =>
        member.GetCustomAttribute<ParameterAttribute>().NotNull().Description?.TrimEnd('.');

    /// <summary>The valid values in order of their names, or null when every value is valid.</summary>
    public static IReadOnlyCollection<ParameterValue> GetParameterValueSet(MemberInfo member, object instance)
    {
        try
        {
            var attribute = member.GetCustomAttribute<ParameterAttribute>().NotNull();
            var values = attribute.GetValueSet(member, instance)?.Select(x => new ParameterValue(x.Item1, x.Item2)) ??
                         ProvidedValues(attribute, instance) ??
                         DeclaredValues(member.GetMemberType().GetScalarType());
            return values?.OrderBy(x => x.Text).ToList();
        }
        catch (Exception exception)
        {
            Log.Warning(exception.Unwrap(), "Could not resolve value-set for {Parameter}", member.GetDisplayName());
            return null;
        }
    }

    private static IEnumerable<ParameterValue> ProvidedValues(ParameterAttribute attribute, object instance)
    {
        if (attribute.ValueProviderMember is not { } memberName)
            return null;

        var type = attribute.ValueProviderType ?? instance.GetType();
        var provider = type.GetMember(memberName, ReflectionUtility.All)
            .SingleOrDefault()
            .NotNull($"No single provider '{type.Name}.{memberName}' found");
        Assert.True(
            provider.GetMemberType() == typeof(IEnumerable<string>),
            $"Value provider '{provider.Name}' must be of type '{typeof(IEnumerable<string>).GetDisplayShortName()}'");
        return provider.GetValue<IEnumerable<string>>(instance).Select(x => new ParameterValue(x, x));
    }

    private static IEnumerable<ParameterValue> DeclaredValues(Type type)
    {
        if (type.IsSubclassOf(typeof(Enumeration)))
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => new ParameterValue(x.Name, x.GetValue(obj: null)));

        return type.IsEnum ? Enum.GetNames(type).Select(x => new ParameterValue(x, Enum.Parse(type, x))) : null;
    }

    /// <summary>Upstream passes NUL where no separator is set, which no value contains.</summary>
    private static char SeparatorOf(MemberInfo member) =>
        (member.GetCustomAttribute<ParameterAttribute>().NotNull().Separator ?? string.Empty).SingleOrDefault();
}
