namespace JupyterHub.Pipeline.Problems;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate that is fewest edits (insert, delete, replace, swap neighbours; case is ignored) from <paramref name="name"/>,
    /// or <see langword="null"/> when none is near enough to be a slip of the hand.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > 100)
            return null;
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            // A shared beginning (or a name that contains the other) is as good a hint as a small distance.
            if (distance > 1 && name.Length >= 3 && candidate.Length >= 3 && Contains(name, candidate))
                distance = 1;
            if (distance < least && distance <= Math.Max(1, Math.Min(name.Length, candidate.Length) / 3 + 1))
                (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>The nearest candidate as the end of a sentence, <c>; did you mean 'zone'?</c>, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    private static bool Contains(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    // Optimal string alignment: Levenshtein's distance with swaps of neighbours.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
