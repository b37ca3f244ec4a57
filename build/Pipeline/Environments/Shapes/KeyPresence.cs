namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>What the absence of a key means.</summary>
internal enum KeyPresence
{
    /// <summary>A problem.</summary>
    Required,

    /// <summary>Its default.</summary>
    Defaulted,

    /// <summary>Nothing.</summary>
    Optional,
}
