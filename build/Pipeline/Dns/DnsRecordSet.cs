using System.Globalization;
using System.Text;

using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Dns;

/// <summary>All records of one name and type, as they are to be.</summary>
/// <param name="Ttl">In seconds.</param>
/// <param name="Values">At least one.</param>
public sealed record DnsRecordSet(DnsName Name, RecordType Type, uint Ttl, IReadOnlyList<RecordData> Values)
{
    /// <summary>The set that an environment asks for.</summary>
    /// <exception cref="Problems.ProblemException">HUB1603 or HUB1604: a name or value is none.</exception>
    public static DnsRecordSet From(StaticRecord record, DnsName zone)
    {
        var type = Enum.Parse<RecordType>(record.Type.ToString());
        return new DnsRecordSet(DnsName.Parse(record.NameIn(zone.ToString())), type, (uint)record.Ttl, [.. record.Values.Select(Value)]);

        // A text is taken as it stands, quotes included, and as UTF-8.
        RecordData Value(string text) => type == RecordType.TXT
            ? TextData.Of(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)))
            : RecordData.Parse(type, text, zone);
    }

    /// <summary>Values and TTL: <c>10.0.0.10, 10.0.0.11 (300 s)</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", Values.Select(value => value.ToString()).Order(StringComparer.Ordinal))} ({Ttl} s)");

    /// <summary>Whether both have the same values, in any order, and the same TTL.</summary>
    public bool SameAs(DnsRecordSet? other)
        => other is not null && Ttl == other.Ttl && Values.ToHashSet().SetEquals(other.Values);
}
