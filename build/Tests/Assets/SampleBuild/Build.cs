using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

/// <summary>The build that the tests of the engine start.</summary>
[BareOutput]
[ReplaceActions]
[SampleConfiguration]
[SampleConfiguration2]
public sealed partial class Build : NukeBuild, ICompileSample, IWithContext
{
    private Target Clean => _ => _
        .Before<ICompileSample>()
        .Executes(() => Log.Information("Cleaning"));

    private Target Greet => _ => _
        .Description("Greets")
        .DependsOn<ICompileSample>()
        .Executes(() =>
        {
            Log.Information("Hello {Name}", Name);
            ReportSummary(x =>
            {
                x["Greeted"] = Name;
                return x;
            });
        });

    private Target Show => _ => _
        .Description("Shows every parameter")
        .Executes(() =>
        {
            Log.Information("Name={Name}", Name);
            Log.Information("Flavour={Flavour}", ((ICompileSample)this).Flavour);
            Log.Information("Count={Count}", Count);
            Log.Information("Flag={Flag}", Flag);
            Log.Information("Level={Level}", Level);
            Log.Information("Kind={Kind}", Kind?.ToString());
            Log.Information("Folder={Folder}", Folder?.ToString());
            Log.Information("Tags={Tags}", string.Join("|", Tags));
            Log.Information("Setting={Setting}", Setting?.Key);
            Log.Information("Partition={Partition}", Partition.ToString());
            Log.Information("Password has {Length} characters", Password?.Length ?? 0);
        });

    private Target Hidden => _ => _
        .Unlisted()
        .Executes(() => Log.Information("Hidden"));

    private Target Umbrella => _ => _
        .DependsOn(Clean, Greet);

    private Target InContext => _ => _
        .DependsOnContext<IWithContext>()
        .Executes(() => Log.Information("In context"));

    private Target Ask => _ => _
        .Requires(() => ((ICompileSample)this).Ingredient)
        .Executes(() => Log.Information("Never without an ingredient"));

    private Target RunTool => _ => _
        .Executes(() => Shell?.Invoke($"-c \"echo the password is {Password:r}\""));

    public static int Main() => Execute<Build>(x => x.Greet);

    protected override void OnBuildCreated() => Log.Verbose("Created in {Root}", RootDirectory.ToString());
}
