using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace k8s;

public static partial class KubernetesJson
{
    // The API has times without a fraction (metav1.Time) and with microseconds (metav1.MicroTime); some servers write nanoseconds.
    private const string Seconds = "yyyy'-'MM'-'dd'T'HH':'mm':'ss";

    [GeneratedRegex(@"\.\d+")]
    private static partial Regex Fraction { get; }

    /// <summary>Durations as ISO 8601.</summary>
    public sealed class Iso8601TimeSpanConverter : JsonConverter<TimeSpan>
    {
        /// <inheritdoc/>
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            XmlConvert.ToTimeSpan(reader.GetString());

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(XmlConvert.ToString(value));
    }

    /// <summary>Points in time as RFC 3339, in UTC, with microseconds where there are any.</summary>
    public sealed class KubernetesDateTimeOffsetConverter : JsonConverter<DateTimeOffset>
    {
        private static readonly string[] Formats = [Seconds + "K", Seconds + "'.'fffffffK"];

        /// <inheritdoc/>
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();

            // .NET counts in tenths of a microsecond: a fraction is cut or filled up to seven digits.
            var normal = Fraction.Replace(text, fraction => fraction.Value.PadRight(8, '0')[..8]);

            return DateTimeOffset.TryParseExact(
                normal, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var result)
                ? result
                : throw new FormatException($"Unable to parse {text} as RFC3339 RFC3339Micro or RFC3339Nano");
        }

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            var format = value.Ticks % TimeSpan.TicksPerSecond == 0 ? Seconds + "'Z'" : Seconds + "'.'ffffff'Z'";
            writer.WriteStringValue(value.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Points in time as RFC 3339, in UTC, with microseconds where there are any.</summary>
    public sealed class KubernetesDateTimeConverter : JsonConverter<DateTime>
    {
        private static readonly KubernetesDateTimeOffsetConverter Utc = new();

        /// <inheritdoc/>
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Utc.Read(ref reader, typeToConvert, options).UtcDateTime;

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            Utc.Write(writer, value, options);
    }
}
