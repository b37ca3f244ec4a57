using Nuke.Common;
using Serilog;

/// <summary>The build that the tests of the engine start.</summary>
public sealed class Build : NukeBuild, ICompileSample
{
    [Parameter("Who is greeted")]
    public readonly string Name = "nobody";

    private Target Clean => _ => _
        .Before<ICompileSample>()
        .Executes(() => Log.Information("Cleaning"));

    private Target Greet => _ => _
        .Description("Greets")
        .DependsOn<ICompileSample>()
        .Executes(() => Log.Information("Hello {Name}", Name));

    public static int Main() => Execute<Build>(x => x.Greet);
}
