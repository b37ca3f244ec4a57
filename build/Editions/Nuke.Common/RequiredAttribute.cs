namespace Nuke.Common;

/// <summary>The injected value must not be null; checked for the whole build before the first target.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class RequiredAttribute : Attribute;
