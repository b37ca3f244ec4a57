namespace Editions.Tests;

/// <summary>The full name of a type with its type arguments, nested types after a dot.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";

        return type.IsGenericParameter ? type.Name : Of(type, type.GetGenericArguments());
    }

    /// <summary>A nested type has the arguments of the type around it first, its own last.</summary>
    private static string Of(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType;
        var outerCount = outer?.GetGenericArguments().Length ?? 0;
        var prefix = outer is not null ? Of(outer, arguments[..outerCount]) + "."
            : type.Namespace is { Length: > 0 } name ? name + "."
            : string.Empty;

        var tick = type.Name.IndexOf('`');
        var ownName = tick < 0 ? type.Name : type.Name[..tick];
        var own = arguments[outerCount..];
        return own.Length == 0 ? prefix + ownName : $"{prefix}{ownName}<{string.Join(", ", own.Select(Of))}>";
    }
}
