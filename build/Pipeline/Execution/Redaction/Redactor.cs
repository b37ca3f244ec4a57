using System.Buffers;
using JupyterHub.Pipeline.Environments;
using JupyterHub.Pipeline.Problems;

namespace JupyterHub.Pipeline.Execution;

/// <summary>Knows the secrets of the run and takes them, in all their usual spellings, out of text. Safe for use by many threads.</summary>
public sealed class Redactor : ISecretSink
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "[redacted]";

    /// <summary>Shorter secrets are left alone inside longer text: replacing every <c>no</c> would hide the log and reveal the secret.</summary>
    public const int ShortestInText = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _tooShort = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private Spellings _spellings = new([], SearchValues.Create([], StringComparison.Ordinal));

    public void Register(string secret)
    {
        var spellings = SecretSpellings.Of(secret);
        lock (_lock)
        {
            if (secret.Length is > 0 and < ShortestInText)
                _tooShort.Add(secret);
            var before = _known.Count;
            _known.UnionWith(spellings.Where(spelling => spelling.Length >= ShortestInText));
            if (_known.Count == before)
                return;
            // Longest first: a secret that contains another is replaced as a whole.
            string[] all = [.. _known.OrderByDescending(spelling => spelling.Length)];
            _spellings = new Spellings(all, SearchValues.Create(all, StringComparison.Ordinal));
        }
    }

    /// <summary>Whether <see cref="Redact(string)"/> would change the text.</summary>
    public bool Affects(string text) => text.AsSpan().ContainsAny(Volatile.Read(ref _spellings).Search) || IsShortSecret(text);

    /// <summary>The text without any secret; the same instance when there is none in it.</summary>
    public string Redact(string text)
    {
        if (!Affects(text))
            return text;
        if (IsShortSecret(text))
            return Mask;
        return Volatile.Read(ref _spellings).All.Aggregate(text, (redacted, spelling) => redacted.Replace(spelling, Mask, StringComparison.Ordinal));
    }

    public Problem Redact(Problem problem) => problem with
    {
        Message = Redact(problem.Message),
        Location = RedactOrNull(problem.Location),
        Cause = RedactOrNull(problem.Cause),
        NextStep = RedactOrNull(problem.NextStep),
    };

    /// <summary>The exception itself when nothing in it or in its inner exceptions is secret; otherwise one that says the same without the secrets.</summary>
    public Exception Redact(Exception exception)
    {
        if (!Affects(exception.ToString()) && !Affects(exception.Message))
            return exception;
        return exception is ProblemException problems
            ? new ProblemException([.. problems.Problems.Select(Redact)], problems.InnerException is { } inner ? Redact(inner) : null)
            : new RedactedException(exception, Redact);
    }

    private string? RedactOrNull(string? text) => text is null ? null : Redact(text);

    private bool IsShortSecret(string text)
    {
        if (text.Length >= ShortestInText)
            return false;
        lock (_lock)
            return _tooShort.Contains(text);
    }

    private sealed record Spellings(IReadOnlyList<string> All, SearchValues<string> Search);
}
