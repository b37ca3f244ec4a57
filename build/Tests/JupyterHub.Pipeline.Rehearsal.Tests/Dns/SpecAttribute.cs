using Xunit.Sdk;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>A fact that classes share by inheritance, and that is skipped in a class whose <see cref="RequiresAttribute"/> is not met.</summary>
[XunitTestCaseDiscoverer("JupyterHub.Pipeline.Rehearsal.Tests.Dns.SpecDiscoverer", "JupyterHub.Pipeline.Rehearsal.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpecAttribute : FactAttribute;
