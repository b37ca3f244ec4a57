using Nuke.Common;

namespace JupyterHub.Pipeline.Execution;

/// <summary>How many targets run at once.</summary>
public interface IHazParallelism : INukeBuild
{
    [Parameter("How many targets run at once; 1 runs one by one. All that can, by default")]
    int? Parallelism => TryGetValue<int?>(() => Parallelism);
}
