namespace JupyterHub.Pipeline.Reporting;

/// <summary>The heading under which help lists a component's targets, or one target.</summary>
/// <param name="title">The heading: <c>On-premises</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Property)]
public sealed class TargetGroupAttribute(string title) : Attribute
{
    public string Title { get; } = title;

    /// <summary>Groups are listed from the lowest to the highest.</summary>
    public int Order { get; set; }
}
