namespace JupyterHub.Pipeline.Dns;

/// <summary>What a message asks for (RFC 1035, RFC 1996, RFC 2136).</summary>
public enum OperationCode : byte
{
    Query = 0,
    Status = 2,
    Notify = 4,
    Update = 5,
}
