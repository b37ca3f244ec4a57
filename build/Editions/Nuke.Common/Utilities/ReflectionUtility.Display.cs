using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Utilities;

public static partial class ReflectionUtility
{
    public static string GetDisplayName(this Type type) =>
        type.DescendantsAndSelf(x => x.DeclaringType).Reverse().Select(x => x.GetDisplayShortName()).JoinDot();

    public static string GetDisplayName(this MemberInfo member) => $"{member.DeclaringType.GetDisplayName()}.{member.GetDisplayShortName()}";

    /// <summary>The member's name without the interface that an explicit implementation puts before it.</summary>
    public static string GetDisplayShortName(this MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    /// <summary>The type as C# writes it: keywords, <c>?</c>, <c>[]</c> and type arguments.</summary>
    public static string GetDisplayShortName(this Type type)
    {
        if (KeywordOf(type) is { } keyword)
            return keyword;

        if (Nullable.GetUnderlyingType(type) is { } underlyingType)
            return $"{underlyingType.GetDisplayShortName()}?";

        if (type.IsArray)
            return $"{type.GetElementType().GetDisplayShortName()}[{','.Repeat(type.GetArrayRank() - 1)}]";

        return type.IsGenericType && type.Name.IndexOf('`') is var tick and > 0
            ? $"{type.Name[..tick]}<{type.GetGenericArguments().Select(x => x.GetDisplayShortName()).JoinCommaSpace()}>"
            : type.Name;
    }

    private static string KeywordOf(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(void) ? "void" : null
    };
}
