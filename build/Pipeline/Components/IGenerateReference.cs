using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;
using JupyterHub.Pipeline.Reporting;
using Nuke.Common;
using Serilog;

namespace JupyterHub.Pipeline.Components;

/// <summary>Writes what is generated from the code and committed: the problem codes' pages and the environments' schema.</summary>
[TargetGroup("Development", Order = 9)]
public interface IGenerateReference : INukeBuild
{
    Target GenerateReference => _ => _
        .Description("Writes docs/errors and environments/environment.schema.json from the code")
        .Executes(() =>
        {
            var errors = RootDirectory / "docs" / "errors";
            Directory.CreateDirectory(errors);
            var pages = ProblemReference.Pages(ProblemReference.CodesOf(AppDomain.CurrentDomain.GetAssemblies().Where(x => x.GetName().Name!.StartsWith("JupyterHub.", StringComparison.Ordinal))));
            foreach (var stale in Directory.EnumerateFiles(errors).Where(x => !pages.ContainsKey(Path.GetFileName(x))))
                File.Delete(stale);
            foreach (var (name, text) in pages)
                File.WriteAllText(errors / name, text);
            EnvironmentSchema.WriteTo(RootDirectory / "environments" / "environment.schema.json");
            Log.Information("{Count} problem codes", pages.Count - 1);
        });
}
