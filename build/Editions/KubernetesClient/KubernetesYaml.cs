using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace k8s;

/// <summary>Reads objects from YAML.</summary>
public static class KubernetesYaml
{
    // Built when first needed: most programs read no YAML, or only one kind of it.
    private static readonly Lazy<IDeserializer> Lenient = new(() => Builder().IgnoreUnmatchedProperties().Build());
    private static readonly Lazy<IDeserializer> Strict = new(() => Builder().WithDuplicateKeyChecking().Build());

    /// <summary>Reads one object.</summary>
    /// <param name="yaml">The document.</param>
    /// <param name="strict">Whether unknown and repeated keys are refused.</param>
    public static TValue Deserialize<TValue>(string yaml, bool strict = false)
    {
        using var reader = new StringReader(yaml);
        return Deserialize<TValue>(reader, strict);
    }

    /// <summary>Reads one object.</summary>
    public static TValue Deserialize<TValue>(Stream yaml, bool strict = false)
    {
        using var reader = new StreamReader(yaml);
        return Deserialize<TValue>(reader, strict);
    }

    /// <summary>Reads one object; the stream stays open.</summary>
    public static async Task<T> LoadFromStreamAsync<T>(Stream stream, bool strict = false)
    {
        var reader = new StreamReader(stream);
        return Deserialize<T>(await reader.ReadToEndAsync().ConfigureAwait(false), strict);
    }

    /// <summary>Reads one object.</summary>
    public static async Task<T> LoadFromFileAsync<T>(string file, bool strict = false)
    {
        using var stream = File.OpenRead(file);
        return await LoadFromStreamAsync<T>(stream, strict).ConfigureAwait(false);
    }

    private static TValue Deserialize<TValue>(TextReader reader, bool strict)
    {
        var deserializer = (strict ? Strict : Lenient).Value;

        // A deserializer keeps state while it reads.
        lock (deserializer)
            return deserializer.Deserialize<TValue>(new MergingParser(new Parser(reader)));
    }

    private static DeserializerBuilder Builder() => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithAttemptingUnquotedStringTypeDeserialization();
}
