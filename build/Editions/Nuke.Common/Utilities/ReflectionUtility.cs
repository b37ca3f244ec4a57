using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Reflection that treats fields, properties and methods alike.</summary>
public static partial class ReflectionUtility
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags All = Static | Instance | BindingFlags.FlattenHierarchy;

    public static object GetDefaultValue(this Type type) => type.IsNullableType() ? null : Activator.CreateInstance(type);

    public static bool IsAssignableTo(this Type type, Type otherType) => otherType.IsAssignableFrom(type);

    /// <summary>Whether a variable of the type can be null; interfaces count as not nullable, as they do upstream.</summary>
    public static bool IsNullableType(this Type type) => Nullable.GetUnderlyingType(type) is not null || type.IsClass;

    public static Type GetNullableType(this Type type) => type.IsNullableType() ? type : typeof(Nullable<>).MakeGenericType(type);

    public static Type GetScalarType(this Type type) =>
        Nullable.GetUnderlyingType(type) ??
        (type.IsArray
            ? type.GetElementType()
            : type.IsCollectionLike()
                ? type.GetGenericArguments().Single()
                : type);

    public static bool IsCollectionLike(this Type type) =>
        type != typeof(string) &&
        type.GetInterfaces().Append(type).Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    public static bool HasCustomAttribute<T>(this MemberInfo member)
        where T : Attribute => member.GetCustomAttribute<T>() is not null;

    public static bool HasCustomAttribute<T>(this ParameterInfo parameter)
        where T : Attribute => parameter.GetCustomAttribute<T>() is not null;

    public static Type GetMemberType(this MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => throw new NotSupportedException(member.ToString())
    };

    public static bool IsPublic(this MemberInfo member) => member switch
    {
        Type type => type.IsPublic,
        FieldInfo field => field.IsPublic,
        MethodBase method => method.IsPublic,
        PropertyInfo property => AccessorOf(property).IsPublic,
        _ => throw new NotSupportedException(member.ToString())
    };

    public static bool IsStatic(this MemberInfo member) => member switch
    {
        FieldInfo field => field.IsStatic,
        MethodBase method => method.IsStatic,
        PropertyInfo property => AccessorOf(property).IsStatic,
        _ => throw new NotSupportedException(member.ToString())
    };

    public static bool IsExplicit(this MemberInfo member) => member.Name.Contains('.');

    public static string GetPossibleExplicitName(this MemberInfo member) =>
        $"{member.DeclaringType.NotNull().FullName.NotNull().Replace('+', '.')}.{member.Name}";

    private static MethodInfo AccessorOf(PropertyInfo property) => (property.GetMethod ?? property.SetMethod).NotNull();
}
