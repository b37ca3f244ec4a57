namespace Editions.Tests;

/// <summary>The full name of a type, nested types after a dot, with all its type arguments (those of the types around it too) at the end.</summary>
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
        if (type.IsGenericParameter)
            return type.Name;

        var arguments = type.GetGenericArguments();
        return arguments.Length == 0 ? PathOf(type) : $"{PathOf(type)}<{string.Join(", ", arguments.Select(Of))}>";
    }

    private static string PathOf(Type type)
    {
        var tick = type.Name.IndexOf('`');
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return type.DeclaringType is { } outer ? $"{PathOf(outer)}.{name}"
            : type.Namespace is { Length: > 0 } space ? $"{space}.{name}"
            : name;
    }
}
