using Xunit.Abstractions;
using Xunit.Sdk;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>Makes test cases of <see cref="SpecAttribute"/>.</summary>
public sealed class SpecDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => [new SpecTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
