using Nuke.Common;
using Serilog;

/// <summary>Something that is set up before targets and cleaned up after them, failed or not.</summary>
public interface IWithContext : INukeBuild
{
    Setup SetUp => _ => _.Executes(() => Log.Information("Set up"));

    Cleanup CleanUp => _ => _.Executes(() => Log.Information("Cleaned up"));
}
