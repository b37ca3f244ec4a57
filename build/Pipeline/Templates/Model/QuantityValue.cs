using JupyterHub.Pipeline.Environments;

namespace JupyterHub.Pipeline.Templates.Model;

/// <summary>A quantity in a template: written as the environment writes it, so that <c>0.5</c> stays a number and <c>10Gi</c> a text.</summary>
internal sealed class QuantityValue(Quantity quantity)
{
    public Quantity Quantity => quantity;

    public override string ToString() => quantity.ToString();
}
