namespace JupyterHub.Pipeline.Environments;

/// <summary>The types that a static record may have.</summary>
public enum StaticRecordType
{
    A,
    AAAA,
    CNAME,
    TXT,
}
