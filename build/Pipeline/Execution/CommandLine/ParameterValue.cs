using System.ComponentModel;
using System.Reflection;
using JupyterHub.Pipeline.Problems;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Decides whether a text is a value of a type, by the rules by which NUKE converts it.</summary>
internal static class ParameterValue
{
    /// <summary>Why the text can't be a value of the type, as the end of a sentence (<c>is not a number</c>); null when it can.</summary>
    public static string? Complaint(string text, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
            return null;
        if (type == typeof(bool))
            return bool.TryParse(text.Trim(), out _) ? null : "is neither 'true' nor 'false'";
        if (type.IsEnum)
            return Enum.TryParse(type, text, ignoreCase: true, out _) ? null : NotOneOf(text, Enum.GetNames(type));
        if (type.IsSubclassOf(typeof(Enumeration)))
            return Choice(text, [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => field.Name)]);
        if (typeof(Host).IsAssignableFrom(type))
            return Hosts(text);
        return Converts(text, type) ? null : $"is not {Describe(type)}";
    }

    /// <summary>What a parameter of the type takes: <c>a number</c>.</summary>
    public static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray)
            return $"a list, each {Describe(type.GetElementType()!)}";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
            TypeCode.Boolean => "'true' or 'false'",
            TypeCode.Int32 or TypeCode.Int64 => "a whole number",
            >= TypeCode.SByte and <= TypeCode.UInt64 => $"a whole number between {type.GetField("MinValue")?.GetRawConstantValue()} and {type.GetField("MaxValue")?.GetRawConstantValue()}",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.DateTime => "a date",
            TypeCode.String => "a text",
            _ => type == typeof(TimeSpan) ? "a duration (1:30:00)" : type == typeof(Guid) ? "a GUID" : type == typeof(Uri) ? "an address" : $"a {type.Name}",
        };
    }

    // NUKE turns the name into an object, and that object into the host of the build; asking for it would be acting on it.
    private static string? Hosts(string text)
    {
        var hosts = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly == typeof(Host).Assembly || assembly.GetReferencedAssemblies().Any(name => name.Name == typeof(Host).Assembly.GetName().Name))
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(Host)))
            .ToList();
        return hosts.Count(host => host.FullName!.EndsWith(text, StringComparison.OrdinalIgnoreCase)) is 1 ? null : NotOneOf(text, [.. hosts.Select(host => host.Name).Order()]);
    }

    private static string? Choice(string text, string[] choices) => choices.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : NotOneOf(text, choices);

    private static string NotOneOf(string text, string[] choices) => $"is none of {string.Join(", ", choices)}{NearestName.Hint(text, choices)}";

    private static bool Converts(string text, Type type)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Converters may throw whatever they like; ArgumentException, FormatException and NotSupportedException are the common ones.
            return false;
        }
    }
}
