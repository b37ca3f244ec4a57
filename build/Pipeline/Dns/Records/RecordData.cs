using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Dns;

/// <summary>The value of a record. Values are equal when their octets are, but for the case of names.</summary>
public abstract record RecordData
{
    /// <summary>The type of record that has this value.</summary>
    public abstract RecordType Type { get; }

    /// <summary>Reads a value as it is written in zone files; a name of one label in it is below <paramref name="origin"/>.</summary>
    /// <exception cref="ProblemException">HUB1604 when the text is no value of this type.</exception>
    public static RecordData Parse(RecordType type, string text, DnsName origin) => RecordDataText.Parse(type, text, origin);

    /// <summary>The value as it is written in zone files.</summary>
    public abstract override string ToString();

    internal abstract void Write(WireWriter writer);
}
