using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Describes the parameters of a build: its own in the first part of <c>allOf</c>, those of every build by reference.</summary>
internal sealed class ParametersSchema(INukeBuild build)
{
    private const string SecretDefault = "Secrets must be entered via 'nuke :secrets [profile]'";

    private readonly JsonObject _definitions = [];

    public JsonObject Create()
    {
        var (own, inherited) = (new JsonObject(), new JsonObject());
        var types = new TypeSchema(_definitions, build);
        foreach (var member in ValueInjectionUtility.GetParameterMembers(build.GetType(), includeUnlisted: true))
        {
            var properties = member.DeclaringType == typeof(NukeBuild) ? inherited : own;
            properties[ParameterService.GetParameterMemberName(member)] = PropertyOf(member, types);
        }

        _definitions[nameof(NukeBuild)] = new JsonObject { ["properties"] = inherited };
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = _definitions,
            ["allOf"] = new List<object>
            {
                own.Count > 0 ? new JsonObject { ["properties"] = own } : new JsonObject(),
                TypeSchema.ReferenceTo(nameof(NukeBuild))
            }
        };
    }

    private JsonObject PropertyOf(MemberInfo member, TypeSchema types)
    {
        var type = member.GetMemberType();
        var schema = member.GetCustomAttribute<ParameterAttribute>().NotNull().GetType() == typeof(ParameterAttribute)
            ? types.Of(type)
            : new JsonObject { ["type"] = "string" };

        var values = ParameterService.GetParameterValueSet(member, build)?.Select(x => (object)x.Text).ToList();
        if (values is not null && !type.IsEnum)
        {
            schema = type.IsCollectionLike()
                ? new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["enum"] = values } }
                : new JsonObject { ["type"] = TypeSchema.TypeName("string", Nullable.GetUnderlyingType(type) is not null), ["enum"] = values };
        }

        return Describe(schema, ParameterService.GetParameterDescription(member), member.HasCustomAttribute<SecretAttribute>());
    }

    /// <summary>The type comes first, what follows from it last.</summary>
    private static JsonObject Describe(JsonObject schema, string description, bool isSecret)
    {
        var described = new JsonObject();
        if (schema.Remove("type", out var type))
            described["type"] = type;
        if (description is not null)
            described["description"] = description;
        if (isSecret)
            described["default"] = SecretDefault;
        foreach (var (key, value) in schema)
            described[key] = value;
        return described;
    }
}
