namespace JupyterHub.Pipeline.Rehearsal.Controllers;

/// <summary>An object's address in the cluster.</summary>
/// <param name="Resource">One of <see cref="Resources"/>.</param>
/// <param name="Namespace">Empty for an object of the cluster.</param>
internal readonly record struct ObjectKey(string Resource, string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? $"{Resource} {Name}" : $"{Resource} {Namespace}/{Name}";
}
