using System.Globalization;

namespace k8s;

/// <summary>The relative URL of a request.</summary>
internal static class RequestPath
{
    /// <summary>Path of a resource, or of an object of it; the core group's name is empty.</summary>
    public static string Of(string group, string version, string @namespace, string plural, string name = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentException.ThrowIfNullOrEmpty(plural);

        var api = group.Length == 0 ? $"api/{Escape(version)}" : $"apis/{Escape(group)}/{Escape(version)}";
        var scope = @namespace is null ? string.Empty : $"/namespaces/{Escape(@namespace)}";
        var item = name is null ? string.Empty : $"/{Escape(name)}";
        return $"{api}{scope}/{Escape(plural)}{item}";
    }

    /// <summary>Adds the parameters that have a value.</summary>
    public static string With(this string path, params ReadOnlySpan<(string Key, object Value)> parameters)
    {
        var query = new List<string>();

        foreach (var (key, value) in parameters)
        {
            var text = value switch
            {
                null => null,
                bool flag => flag ? "true" : "false",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };

            if (text is not null)
                query.Add($"{key}={Escape(text)}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static string Escape(string segment) => Uri.EscapeDataString(segment);
}
