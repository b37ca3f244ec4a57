namespace Nuke.Common;

/// <summary>Values other than parameters are injected only when a planned target requires them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class OnDemandValueInjectionAttribute : Attribute;
