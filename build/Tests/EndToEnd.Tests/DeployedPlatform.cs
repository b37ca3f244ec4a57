namespace JupyterHub.Pipeline.EndToEnd.Tests;

/// <summary>The tests that look at one deployment, which is made once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class DeployedPlatform : ICollectionFixture<Deployed>
{
    public const string Name = "Deployed platform";
}
