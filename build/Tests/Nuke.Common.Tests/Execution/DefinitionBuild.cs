using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Execution;

#nullable disable
#pragma warning disable CS0649 // The engine injects values by reflection.

internal abstract class DefinitionBaseBuild : NukeBuild
{
    public virtual Target Overridden => _ => _
        .Description("Described by the base class")
        .Executes(() => { });
}

internal interface IComponent : INukeBuild
{
    Target Provided => _ => _.Produces("*.zip");
}

internal interface IExplicitComponent : INukeBuild
{
    Target Explicit => _ => _.Description("Described by the component");
}

internal interface IContext : INukeBuild
{
    Setup SetUp => _ => _;

    Cleanup CleanUp => _ => _;
}

internal interface IAbsentComponent : INukeBuild
{
    Target Absent => _ => _;
}

internal interface ISeveralTargets : INukeBuild
{
    Target One => _ => _;

    Target Two => _ => _;
}

[PathTool(Executable = "sh")]
internal interface IShell : IRequirePathTool;

/// <summary>A build that uses every relation there is.</summary>
internal sealed class DefinitionBuild : DefinitionBaseBuild, IComponent, IExplicitComponent, IContext
{
    [Parameter]
    private readonly string Text;

    [Parameter]
    private readonly int? Number;

    [PathVariable]
    private readonly Tool Sh;

    public static List<string> Executed { get; } = [];

    public override Target Overridden => _ => _
        .Base()
        .TriggeredBy(Relations)
        .Executes(() => { });

    public Target Relations => _ => _
        .DependsOn(Other)
        .DependsOn<IComponent>()
        .After(Extended)
        .OnlyWhenStatic(() => 1 < 2)
        .OnlyWhenDynamic(() => 2 < 3)
        .Executes(() => Executed.Add("action"), () => Executed.Add("another action"))
        .Executes(() =>
        {
            Executed.Add("function");
            return Executed.Count;
        })
        .Executes(async () =>
        {
            await Task.Yield();
            Executed.Add("task");
        });

    private Target Other => _ => _
        .Unlisted()
        .AssuredAfterFailure()
        .ProceedAfterFailure()
        .WhenSkipped(DependencyBehavior.Execute)
        .Produces("*.txt", "*.log")
        .Requires(() => Text)
        .Requires(() => Number)
        .Requires(() => Number > 0, () => Number < 9)
        .Requires(() => Sh)
        .Requires<IShell>();

    private Target Extended => _ => _
        .DependsOnContext<IContext>()
        .Consumes(Other)
        .Consumes<IComponent>(x => x.Provided, "only.zip");

    private Target Optional => _ => _
        .TryDependsOn<IAbsentComponent>()
        .TryAfter<IAbsentComponent>(x => x.Absent)
        .TryBefore<IAbsentComponent>()
        .TryTriggeredBy<IAbsentComponent>()
        .TryTriggers<IAbsentComponent>()
        .TryDependentFor<IAbsentComponent>();

    Target IExplicitComponent.Explicit => _ => _
        .Inherit<IExplicitComponent>()
        .Partition(2);
}

internal sealed class AmbiguousBuild : NukeBuild, ISeveralTargets
{
    private Target Own => _ => _.DependsOn<ISeveralTargets>();
}

internal sealed class CircularBuild : NukeBuild
{
    private Target Own => _ => _.DependsOn(Own);
}
