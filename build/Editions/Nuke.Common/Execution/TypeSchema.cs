using System.ComponentModel;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Describes .NET types; enumerations and objects become definitions that are referred to.</summary>
internal sealed class TypeSchema(JsonObject definitions, INukeBuild build)
{
    public static JsonObject ReferenceTo(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    /// <summary>The name of a JSON type, together with null in alphabetical order where that is valid too.</summary>
    public static object TypeName(string name, bool isNullable) =>
        isNullable ? new[] { name, "null" }.Order(StringComparer.Ordinal).ToList<object>() : name;

    public JsonObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlyingType)
            return OrNull(Of(underlyingType));
        if (PrimitiveOf(type) is { } primitive)
            return primitive;
        if (type == typeof(Host))
            return Define(nameof(Host), () => Choice(Host.AvailableTypes.Select(x => x.Name).Order()));
        if (type == typeof(ExecutableTarget))
            return Define(nameof(ExecutableTarget), () => Choice(TargetNames()));
        if (type.IsCollectionLike())
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.GetScalarType()) };
        if (type.IsEnum)
            return Define(type.Name, () => EnumOf(type));

        return IsText(type) ? new JsonObject { ["type"] = "string" } : Define(type.Name, () => ObjectOf(type));
    }

    private static JsonObject PrimitiveOf(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new JsonObject { ["type"] = "boolean" },
        TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 =>
            new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        TypeCode.Int64 or TypeCode.UInt64 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        TypeCode.Single => new JsonObject { ["type"] = "number", ["format"] = "float" },
        TypeCode.Double => new JsonObject { ["type"] = "number", ["format"] = "double" },
        TypeCode.Decimal => new JsonObject { ["type"] = "number", ["format"] = "decimal" },
        TypeCode.String or TypeCode.Char => new JsonObject { ["type"] = "string" },
        TypeCode.DateTime => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(Guid) => new JsonObject { ["type"] = "string", ["format"] = "guid" },
        _ when type == typeof(TimeSpan) => new JsonObject { ["type"] = "string", ["format"] = "duration" },
        _ => null
    };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (!schema.TryGetValue("type", out var type) || type is not string name)
            return new JsonObject { ["oneOf"] = new List<object> { new JsonObject { ["type"] = "null" }, schema } };

        schema["type"] = TypeName(name, isNullable: true);
        return schema;
    }

    private static JsonObject EnumOf(Type type) => new()
    {
        ["type"] = "string",
        ["description"] = string.Empty,
        ["enum"] = Enum.GetNames(type).ToList<object>()
    };

    private static JsonObject Choice(IEnumerable<string> names)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (names.ToList<object>() is { Count: > 0 } values)
            schema["enum"] = values;
        return schema;
    }

    private JsonObject ObjectOf(Type type)
    {
        var properties = new JsonObject();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(x => x is FieldInfo or PropertyInfo))
        {
            var memberType = member.GetMemberType();
            properties[member.Name] = memberType.IsClass ? OrNull(Of(memberType)) : Of(memberType);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private JsonObject Define(string name, Func<JsonObject> create)
    {
        if (!definitions.ContainsKey(name))
        {
            // Reserves the place, so that a type may contain itself and stands before the types it contains.
            definitions[name] = new JsonObject();
            definitions[name] = create();
        }

        return ReferenceTo(name);
    }

    private IEnumerable<string> TargetNames() => ExecutableTargetFactory.GetTargetProperties(build.GetType())
        .Select(x => x.GetDisplayShortName())
        .Order();

    /// <summary>Types that are written as text in JSON because they convert from it.</summary>
    private static bool IsText(Type type) =>
        typeof(Enumeration).IsAssignableFrom(type) || type.IsDefined(typeof(TypeConverterAttribute), inherit: true);
}
