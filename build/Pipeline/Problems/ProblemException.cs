namespace JupyterHub.Pipeline.Problems;

/// <summary>Ends the work at hand with one or more problems that a user can act on. It is never a bug, so no stack trace is shown for it.</summary>
public sealed class ProblemException : Exception
{
    public ProblemException(params IReadOnlyList<Problem> problems)
        : this(problems, innerException: null)
    {
    }

    public ProblemException(IReadOnlyList<Problem> problems, Exception? innerException)
        : base(string.Join('\n', problems), innerException)
    {
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        Problems = problems;
    }

    /// <summary>All problems found, in the order of their location; at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
