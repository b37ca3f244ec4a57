using JupyterHub.Pipeline.Problems;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Tells the kinds of failure apart: what a user can act on, and what is a mistake of ours.</summary>
internal static class TargetFailure
{
    /// <summary>The problems that an exception carries, wherever it carries them.</summary>
    public static ProblemException? Problems(Exception? exception) => exception switch
    {
        ProblemException problems => problems,
        AggregateException aggregate => aggregate.Flatten().InnerExceptions.Select(Problems).FirstOrDefault(found => found is not null),
        System.Reflection.TargetInvocationException or TypeInitializationException => Problems(exception.InnerException),
        _ => null,
    };

    /// <summary>
    /// Whether an exception is a mistake in the build, worth a stack trace. A failed process is not, and neither is what NUKE's assertions throw:
    /// a plain <see cref="Exception"/>.
    /// </summary>
    public static bool IsBug(Exception exception) => exception switch
    {
        _ when Problems(exception) is not null => false,
        // What ran several processes at once fails with all their failures.
        AggregateException aggregate => aggregate.Flatten().InnerExceptions.Any(IsBug),
        ProcessException or OperationCanceledException => false,
        _ => exception.GetType() != typeof(Exception),
    };

    /// <summary>Notes the failure's code, or its type, beside the target in the final table.</summary>
    public static void Summarize(ExecutableTarget target, Exception? exception, Redactor redactor)
    {
        if (exception is null || (target.SummaryInformation.Count > 0 && !target.SummaryInformation.ContainsKey(exception.GetType().Name)))
            return;
        target.SummaryInformation.Clear();
        if (Problems(exception) is { } problems)
        {
            var more = problems.Problems.Count > 1 ? $" (and {problems.Problems.Count - 1} more)" : "";
            target.SummaryInformation[problems.Problems[0].Code.Id] = redactor.Redact(FirstLine(problems.Problems[0].Message)) + more;
        }
        else
        {
            target.SummaryInformation[exception.GetType().Name] = redactor.Redact(FirstLine(exception.Message));
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}
