using System.Globalization;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Rehearsal.Kubernetes;

/// <summary>The order of preference of versions: v2, v1, v1beta2, v1beta1, v1alpha1, then others by name (k8s.io/apimachinery/pkg/version).</summary>
internal sealed partial class ApiVersionOrder : IComparer<string>
{
    public static readonly ApiVersionOrder Instance = new();

    public int Compare(string? left, string? right)
    {
        var (leftRank, leftMajor, leftMinor) = Rank(left!);
        var (rightRank, rightMajor, rightMinor) = Rank(right!);
        if (leftRank == 0 && rightRank == 0)
            return string.CompareOrdinal(left, right);
        return (rightRank, rightMajor, rightMinor).CompareTo((leftRank, leftMajor, leftMinor));
    }

    private static (int Rank, int Major, int Minor) Rank(string version)
    {
        var match = Pattern().Match(version);
        if (!match.Success)
            return (0, 0, 0);
        var rank = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        return (rank, Number(match.Groups[1].Value), Number(match.Groups[3].Value));
    }

    private static int Number(string digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("^v([0-9]+)(?:(alpha|beta)([0-9]+))?$")]
    private static partial Regex Pattern();
}
