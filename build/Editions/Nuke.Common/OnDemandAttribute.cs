namespace Nuke.Common;

/// <summary>The value is injected only when a planned target requires it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class OnDemandAttribute : Attribute;
