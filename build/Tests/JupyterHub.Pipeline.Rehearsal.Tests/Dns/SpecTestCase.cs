using System.ComponentModel;

using Xunit.Abstractions;
using Xunit.Sdk;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Dns;

/// <summary>A test case that asks its class what it requires.</summary>
public sealed class SpecTestCase : XunitTestCase
{
    [Obsolete("For deserialization only"), EditorBrowsable(EditorBrowsableState.Never)]
    public SpecTestCase()
    {
    }

    public SpecTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute)
    {
        var requires = TestMethod.TestClass.Class.GetCustomAttributes(typeof(RequiresAttribute)).FirstOrDefault();
        if (requires is null)
            return base.GetSkipReason(factAttribute);

        var arguments = requires.GetConstructorArguments().Cast<string>().ToArray();
        return Programs.Find(arguments[0]) is null ? $"'{arguments[0]}' is not installed; run: {arguments[1]}" : base.GetSkipReason(factAttribute);
    }
}
