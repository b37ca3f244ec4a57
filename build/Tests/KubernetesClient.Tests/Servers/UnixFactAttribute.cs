namespace KubernetesClient.Tests.Servers;

/// <summary>A test whose credential plugin is a shell script.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Needs /bin/sh; run the tests on Linux or macOS.";
    }
}
