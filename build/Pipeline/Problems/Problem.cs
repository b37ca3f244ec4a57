using System.Text;

namespace JupyterHub.Pipeline.Problems;

/// <summary>One problem, in the words of the person who meets it.</summary>
/// <param name="Code">The kind of problem.</param>
/// <param name="Message">One sentence: what, and with which value.</param>
public sealed record Problem(ProblemCode Code, string Message)
{
    /// <summary>Where: <c>environments/prod.yaml:14:5</c>, <c>Certificate hub/jupyter-tls</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Why, as far as it is known: the last condition, the server's answer, the last event.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do next; the code's general advice when there is nothing better.</summary>
    public string? NextStep { get; init; }

    /// <summary>The problem on one or more lines, without colours.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Code.Id).Append(' ');
        if (Location is not null)
            text.Append(Location).Append(": ");
        text.Append(Message);
        if (Cause is not null)
            text.Append("\n  cause: ").Append(Cause);
        return text.Append("\n  next:  ").Append(NextStep ?? Code.NextStep).ToString();
    }
}
