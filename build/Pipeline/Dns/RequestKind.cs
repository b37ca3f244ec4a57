namespace JupyterHub.Pipeline.Dns;

/// <summary>What was asked of a server: the same response code means something else for each.</summary>
internal enum RequestKind
{
    Query,
    Update,
    Transfer,
}
