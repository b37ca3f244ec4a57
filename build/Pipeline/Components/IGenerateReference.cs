using System.Reflection;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Serilog;

namespace JupyterHub.Pipeline.Components;

/// <summary>Writes what is generated from the code and committed: the problem codes' pages, the environments' schema and their keys.</summary>
[TargetGroup("Development", Order = 9)]
public interface IGenerateReference : INukeBuild
{
    Target GenerateReference => _ => _
        .Description("Writes docs/errors, docs/environment-keys.md and the environments' JSON Schema from the code")
        .Executes(() =>
        {
            var codes = ProblemReference.CodesOf(AssembliesOf(GetType().Assembly));
            ProblemReference.WriteTo(RootDirectory / "docs" / "errors", codes);
            File.WriteAllText(RootDirectory / "docs" / "environment-keys.md", EnvironmentReference.Generate());
            EnvironmentSchema.WriteTo(RootDirectory / "environments" / "environment.schema.json");
            Log.Information("{Count} problem codes", codes.Count);
        });

    // What the build refers to, rather than what happens to be loaded by now.
    private static IEnumerable<Assembly> AssembliesOf(Assembly build) => build.GetReferencedAssemblies()
        .Where(x => x.Name!.StartsWith("JupyterHub.", StringComparison.Ordinal))
        .Select(Assembly.Load);
}
