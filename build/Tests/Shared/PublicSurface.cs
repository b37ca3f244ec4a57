using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Editions.Tests;

/// <summary>
/// Prints what other assemblies can see of an assembly, one type or member a line, in the format of the lists of the real packages:
/// <c>Type : kind : bases</c> and <c>Type.Member(parameters) : result [access]</c>.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) => assembly.GetTypes()
        .Where(IsVisible)
        .SelectMany(x => MembersOf(x).Prepend(HeaderOf(x)))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToList();

    private static string HeaderOf(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod(nameof(Action.Invoke))!;
            return $"{TypeName.Of(type)} : delegate {TypeName.Of(invoke.ReturnType)} ({ParametersOf(invoke)})";
        }

        var bases = type.GetInterfaces().Where(IsVisible).Select(TypeName.Of).Order(StringComparer.Ordinal).ToList();
        if (type.IsClass && type.BaseType != typeof(object))
            bases.Insert(0, TypeName.Of(type.BaseType!));

        var header = $"{TypeName.Of(type)} : {KindOf(type)}";
        return bases.Count == 0 ? header : $"{header} : {string.Join(", ", bases)}";
    }

    private static string KindOf(Type type) =>
        type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate))
            return [];

        var lines = type.IsEnum
            ? Enum.GetNames(type).Select(x => $"{x} = {Enum.Format(type, Enum.Parse(type, x), "D")}")
            : type.GetMembers(Declared).Where(x => !x.Name.StartsWith('<')).Select(LineOf).OfType<string>();
        return lines.Select(x => $"{TypeName.Of(type)}.{x}");
    }

    private static string? LineOf(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when AccessOf(constructor) is { } access =>
            $"ctor({ParametersOf(constructor)}) [{access}]",
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{field.Name} : {TypeName.Of(field.FieldType)} field{(field.IsLiteral ? " const" : field.IsStatic ? " static" : string.Empty)}",
        PropertyInfo property => LineOf(property),
        EventInfo declared when AccessOf(declared.AddMethod!) is not null =>
            $"{declared.Name} : event {TypeName.Of(declared.EventHandlerType!)}",
        MethodInfo method when (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && AccessOf(method) is { } access =>
            $"{method.Name}{TypeParametersOf(method)}({ParametersOf(method)}) : {TypeName.Of(method.ReturnType)} [{access}]",
        _ => null
    };

    private static string? LineOf(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(x => AccessOf(x) is not null).ToList();
        if (accessors.Count == 0)
            return null;

        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(TextOf))}]" : string.Empty;
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        var verbs = accessors.Select(x => x == property.GetMethod ? "get;" : isInit ? "init;" : "set;");
        return $"{property.Name}{index} : {TypeName.Of(property.PropertyType)} {{ {string.Join(' ', verbs)} }} [{AccessOf(accessors[0])}]";
    }

    private static string? AccessOf(MethodBase method)
    {
        var visibility = method.IsPublic ? "public"
            : method.IsFamily ? "protected"
            : method.IsFamilyOrAssembly ? "protected internal"
            : null;
        var dispatch = method.IsStatic ? " static"
            : method.IsAbstract ? " abstract"
            : method is { IsVirtual: true, IsFinal: false } ? " virtual"
            : string.Empty;
        return visibility is null ? null : visibility + dispatch;
    }

    private static string TypeParametersOf(MethodInfo method) => method.IsGenericMethodDefinition
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(x => ConstraintsOf(x) is { Length: > 0 } constraints ? $"{x.Name} : {constraints}" : x.Name))}>"
        : string.Empty;

    private static string ConstraintsOf(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var constraints = parameter.GetGenericParameterConstraints().Where(x => x != typeof(ValueType)).Select(TypeName.Of).ToList();
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            constraints.Insert(0, "class");
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            constraints.Insert(0, "struct");
        else if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            constraints.Add("new()");
        return string.Join(" & ", constraints);
    }

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(TextOf));

    private static string TextOf(ParameterInfo parameter)
    {
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : string.Empty;
        var standard = parameter.HasDefaultValue ? $" = {DefaultOf(parameter)}" : string.Empty;
        return $"{modifier}{TypeName.Of(parameter.ParameterType)} {parameter.Name}{standard}";
    }

    private static string DefaultOf(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool value => value ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!
    };

    private static bool IsVisible(Type type) => !type.Name.StartsWith('<') &&
        (type.IsPublic || type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) &&
        (type.DeclaringType is null || IsVisible(type.DeclaringType));
}
