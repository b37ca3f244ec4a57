namespace Editions.Tests;

/// <summary>A test that needs the complete lists of the real packages' members.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicSurfaceFactAttribute : FactAttribute
{
    public PublicSurfaceFactAttribute()
    {
        if (PublicSurfaceApproval.ListDirectory is null)
            Skip = "The complete lists of the packages' members are not beside this checkout (../shared/api).";
    }
}
