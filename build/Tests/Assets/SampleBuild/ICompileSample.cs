using Nuke.Common;
using Serilog;

public interface ICompileSample : INukeBuild
{
    [Parameter("The flavour of the sample")]
    string Flavour => TryGetValue(() => Flavour) ?? "plain";

    [Parameter("What to cook")]
    string Ingredient => TryGetValue(() => Ingredient);

    Target CompileSample => _ => _
        .Produces(RootDirectory / "out" / "*.txt")
        .Executes(() => Log.Information("Compiling {Flavour}", Flavour));
}
