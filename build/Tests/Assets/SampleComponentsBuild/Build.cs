using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

/// <summary>A build of components, as libraries have it, which the tests of the components start.</summary>
public sealed class Build : NukeBuild, ITest, IPack
{
    public IEnumerable<Project> TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");

    public Configure<DotNetBuildSettings> CompileSettings => _ => _.SetProperty("Custom", "yes");

    public static int Main() => Execute<Build>(x => ((IPack)x).Pack);
}
