using JupyterHub.Pipeline.Rehearsal.Tests.Controllers;

namespace JupyterHub.Pipeline.Rehearsal.Tests.Charts;

/// <summary>A test that needs real helm and the published definitions; skipped where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedDefinitionsFactAttribute : FactAttribute
{
    public PublishedDefinitionsFactAttribute()
    {
        if (HelmCommandLine.Executable is null)
            Skip = $"helm is missing: {HelmCommandLine.Install}";
        else if (PublishedSchema.Folder is null)
            Skip = "the published CustomResourceDefinitions are missing: put them into ../shared/data/crds beside the checkout, one JSON file each";
    }
}
