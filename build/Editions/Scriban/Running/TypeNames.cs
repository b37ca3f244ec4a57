using System.Collections;
using System.Numerics;
using Scriban.Runtime;

namespace ScribanEdition.Running;

/// <summary>Types as templates and their error messages name them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_simple = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(ushort)] = "ushort",
        [typeof(short)] = "short",
        [typeof(uint)] = "uint",
        [typeof(int)] = "int",
        [typeof(ulong)] = "ulong",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(BigInteger)] = "bigint",
        [typeof(ScriptRange)] = "range",
    };

    public static bool IsPrimitive(Type type) => type.IsPrimitive || type == typeof(decimal) || type == typeof(BigInteger);

    public static string Of(Type type)
    {
        if (type is null)
            return "null";
        if (s_simple.TryGetValue(type, out var simple))
            return simple;
        if (type.IsEnum)
            return "enum";
        if (typeof(IList).IsAssignableFrom(type))
            return "array";
        if (typeof(IScriptObject).IsAssignableFrom(type))
            return "object";
        if (typeof(IScriptCustomFunction).IsAssignableFrom(type))
            return "function";

        var name = type.Name;
        if (name.IndexOf('`', StringComparison.Ordinal) is > 0 and var generic)
            name = $"{name[..generic]}<{string.Join(", ", type.GenericTypeArguments.Select(Of))}>";
        if (type.Namespace?.StartsWith("Scriban.", StringComparison.Ordinal) is not true)
            return name;
        return StandardMemberRenamer.Rename(name.StartsWith("Script", StringComparison.Ordinal) ? name["Script".Length..] : name);
    }
}
