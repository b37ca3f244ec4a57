using System.Globalization;

namespace JupyterHub.Pipeline.Dns;

/// <summary>One resource record.</summary>
/// <param name="Name">Its owner.</param>
/// <param name="Ttl">How long it may be cached, in seconds.</param>
/// <param name="Data">Its value, which also tells its type.</param>
/// <param name="Class">Its class; other than <see cref="RecordClass.Internet"/> only in updates.</param>
public sealed record DnsRecord(DnsName Name, uint Ttl, RecordData Data, RecordClass Class = RecordClass.Internet)
{
    public RecordType Type => Data.Type;

    /// <summary>The record as a zone file's line: <c>www.example.org 300 A 192.0.2.1</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Name} {Ttl} {Type.ToText()} {Data}");
}
