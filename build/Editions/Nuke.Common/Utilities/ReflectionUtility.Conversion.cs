using System.ComponentModel;
using System.Reflection;

namespace Nuke.Common.Utilities;

public static partial class ReflectionUtility
{
    public static T Convert<T>(string value) => (T)Convert((object)value, typeof(T));

    /// <summary>Converts one value with the destination type's converter.</summary>
    /// <exception cref="Exception">The value cannot be converted; the message names the value and the type.</exception>
    public static object Convert(object value, Type destinationType)
    {
        if (destinationType.IsInstanceOfType(value) || (value is null && destinationType == typeof(string)))
            return value;

        try
        {
            return ConvertText(value?.ToString(), destinationType);
        }
        catch
        {
            Assert.Fail($"Value '{value}' could not be converted to '{destinationType.GetDisplayShortName()}'");
            throw;
        }
    }

    public static object Convert(string value, Type destinationType, char? separator, bool booleanDefault)
    {
        var values = separator is { } character ? value.Split(character) : [value];
        return Convert(values.Where(x => !string.IsNullOrWhiteSpace(x)).ToArray(), destinationType, booleanDefault);
    }

    /// <summary>Converts the values to an array, or to a scalar when there is exactly one.</summary>
    public static object Convert(IReadOnlyCollection<string> values, Type destinationType, bool booleanDefault)
    {
        Assert.True(!destinationType.IsArray || destinationType.GetArrayRank() == 1, "Arrays must have a rank of 1");

        if (!destinationType.IsArray)
        {
            if (values.Count == 0)
                return destinationType == typeof(bool) || destinationType == typeof(bool?) ? booleanDefault : null;

            Assert.HasSingleItem(values, $"Value [ {values.JoinCommaSpace()} ] cannot be assigned to '{destinationType.GetDisplayShortName()}'");
            return Convert(values.Single(), destinationType);
        }

        var elementType = destinationType.GetElementType();
        var array = Array.CreateInstance(elementType, values.Count);
        var index = 0;
        foreach (var value in values)
            array.SetValue(Convert(value, elementType), index++);
        return array;
    }

    /// <summary>The common types are converted here, as their converters do, because TypeDescriptor is slow to start.</summary>
    private static object ConvertText(string text, Type destinationType)
    {
        var type = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        if (type != destinationType && string.IsNullOrEmpty(text))
            return null;

        if (type == typeof(bool))
            return bool.Parse(text.Trim());

        if (type.IsEnum && !type.IsDefined(typeof(TypeConverterAttribute), inherit: false))
            return Enum.Parse(type, text, ignoreCase: true);

        if (type.GetCustomAttribute<TypeConverterAttribute>()?.ConverterTypeName is { } name &&
            Type.GetType(name) is { } converterType &&
            converterType.GetConstructor(Instance, Type.EmptyTypes) is { } constructor)
            return ((TypeConverter)constructor.Invoke(null)).ConvertFromInvariantString(text);

        return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
    }
}
