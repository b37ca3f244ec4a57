using JupyterHub.Pipeline.Execution;
using Nuke.Common;

public sealed partial class SampleBuild
{
    private const int ChatterLines = 1500;

    private readonly Barrier _chatter = new(4);

    public Target Chatter => _ => _
        .DependsOn(Chatter1, Chatter2, Chatter3, Chatter4);

    public Target Chatter1 => _ => _.Unlisted().Executes(() => Chat("one"));

    public Target Chatter2 => _ => _.Unlisted().Executes(() => Chat("two"));

    public Target Chatter3 => _ => _.Unlisted().Executes(() => Chat("three"));

    public Target Chatter4 => _ => _.Unlisted().Executes(() => Chat("four"));

    // From several threads, through the log and past it, with progress in between: whatever could be locked in two orders, is.
    private void Chat(string name)
    {
        _chatter.SignalAndWait(Patience);
        Parallel.For(0, ChatterLines, line =>
        {
            TargetProgress.Report($"{name} {line}");
            if (line % 2 is 0)
                Log($"{name} says {line}");
            else
                Console.Out.WriteLine($"{name} says {line}");
        });
    }
}
