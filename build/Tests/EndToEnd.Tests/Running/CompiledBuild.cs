namespace JupyterHub.Pipeline.EndToEnd.Tests.Running;

/// <summary>The one checkout that is compiled: all others start what came of it. It takes the repository's own build where that is up to date.</summary>
internal static class CompiledBuild
{
    private static readonly Lazy<Task<Checkout>> Compiled = new(CompileAsync);

    public static Task<Checkout> Checkout => Compiled.Value;

    private static async Task<Checkout> CompileAsync()
    {
        Running.Checkout.RemoveAbandoned();
        var checkout = Running.Checkout.Empty();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => checkout.Dispose();
        Sources.Copy(Sources.Repository, checkout.Root);
        Sources.CopyCompiledBuild(Sources.Repository, checkout.Root);
        Directory.CreateDirectory(checkout.Tools);
        var helm = Path.Combine(Sources.Repository, ".nuke", "temp", "tools", "helm");
        if (File.Exists(helm))
            File.Copy(helm, Path.Combine(checkout.Tools, "helm"));
        (await checkout.RunAsync("--help")).ShouldSucceed();
        return checkout;
    }
}
