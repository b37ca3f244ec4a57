namespace JupyterHub.Pipeline.Dns;

/// <summary>Class of a record. <see cref="None"/> and <see cref="Any"/> have a meaning of their own in updates (RFC 2136, section 2).</summary>
public enum RecordClass : ushort
{
    Internet = 1,
    Chaos = 3,
    None = 254,
    Any = 255,
}
