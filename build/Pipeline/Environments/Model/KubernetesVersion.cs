using System.Globalization;
using System.Text.RegularExpressions;

namespace JupyterHub.Pipeline.Environments;

/// <summary>A Kubernetes version as distributions write it: <c>v1.35.2</c>, <c>v1.35.7+rke2r1</c>. Ordered by major, minor and patch.</summary>
public readonly partial record struct KubernetesVersion(int Major, int Minor, int Patch, string Text) : IComparable<KubernetesVersion>
{
    /// <summary>Reads a version; the leading <c>v</c> and the distribution's suffix may be absent.</summary>
    public static bool TryParse(string text, out KubernetesVersion version)
    {
        version = default;
        var match = Pattern().Match(text);
        if (!match.Success
            || !int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var minor)
            || !int.TryParse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture, out var patch))
            return false;
        version = new KubernetesVersion(major, minor, patch, text);
        return true;
    }

    public int CompareTo(KubernetesVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>The version as it was written.</summary>
    public override string ToString() => Text;

    [GeneratedRegex(@"^v?([0-9]{1,4})\.([0-9]{1,4})\.([0-9]{1,4})(?:[-+][0-9A-Za-z.+-]+)?\z")]
    private static partial Regex Pattern();
}
