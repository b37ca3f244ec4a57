using JupyterHub.Pipeline.Tests.Environments;

namespace JupyterHub.Pipeline.Tests.Templates;

/// <summary>A test of data that lies beside the checkout; skipped where it does not.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!Directory.Exists(PathOf("crds")))
            Skip = $"needs the published schemas in {PathOf("")}";
    }

    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(EnvironmentFolder.Repository, "..", "shared", "data", path));
}
