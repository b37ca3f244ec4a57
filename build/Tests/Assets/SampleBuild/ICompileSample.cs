using Nuke.Common;
using Serilog;

public interface ICompileSample : INukeBuild
{
    [Parameter("The flavour of the sample")]
    string Flavour => TryGetValue(() => Flavour) ?? "plain";

    Target CompileSample => _ => _
        .Executes(() => Log.Information("Compiling {Flavour}", Flavour));
}
