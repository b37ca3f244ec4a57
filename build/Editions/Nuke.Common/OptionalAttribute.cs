namespace Nuke.Common;

/// <summary>A failed injection is not worth a warning.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
