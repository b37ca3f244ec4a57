using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Hub;

/// <summary>What is wrong at the moment.</summary>
/// <param name="isTransient">Whether waiting may mend it.</param>
internal sealed class HubFailure(Problem problem, bool isTransient, Exception? inner = null) : Exception(problem.Message, inner)
{
    public Problem Problem { get; } = problem;

    public bool IsTransient { get; } = isTransient;
}
