namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>A list, whatever its items become.</summary>
internal interface IListShape
{
    /// <summary>The section that every item is, if it is one.</summary>
    ISectionShape? Items { get; }
}
