namespace JupyterHub.Pipeline.Environments;

/// <summary>What is guaranteed, and what is the most.</summary>
public sealed record ResourceRange
{
    public Quantity? Guarantee { get; init; }

    public Quantity? Limit { get; init; }
}
