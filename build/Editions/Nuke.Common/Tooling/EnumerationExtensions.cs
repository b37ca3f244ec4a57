using System.Reflection;

namespace Nuke.Common.Tooling;

public static class EnumerationExtensions
{
    /// <summary>The text of <see cref="EnumValueAttribute"/>, or the name.</summary>
    public static string GetValue<T>(this T value)
        where T : Enum
    {
        var name = Enum.GetName(typeof(T), value).NotNull($"Enum value {value} is not valid for {typeof(T).Name}");
        return typeof(T).GetField(name).GetCustomAttribute<EnumValueAttribute>() is { } attribute ? attribute.Value : name;
    }
}
