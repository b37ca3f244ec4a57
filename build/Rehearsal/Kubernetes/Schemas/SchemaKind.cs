namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Schemas;

/// <summary>What a value is.</summary>
internal enum SchemaKind
{
    /// <summary>Anything: kept as it is.</summary>
    Any,
    String,
    Integer,
    Number,
    Boolean,
    IntOrString,
    Quantity,

    /// <summary>An object with named fields.</summary>
    Object,

    /// <summary>An object whose names are data.</summary>
    Map,
    List,
}
