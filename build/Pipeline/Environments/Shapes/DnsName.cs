namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>What is a DNS name.</summary>
internal static class DnsName
{
    /// <summary>Whether the name follows RFC 1123, section 2.1: letters, digits and hyphens.</summary>
    public static bool IsHostName(string name) => WhyNot(name).Length == 0 && name.Split('.').All(IsHostLabel);

    /// <summary>Whether the name fits DNS (RFC 1035, section 2.3.4), underscores and a leading <c>*</c> included.</summary>
    public static bool IsName(string name) =>
        WhyNot(name).Length == 0 && name.Split('.').Select((label, index) => (label, index)).All(part =>
            (part.index == 0 && part.label == "*")
            || part.label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));

    /// <summary>Whether <paramref name="name"/> is <paramref name="zone"/> or below it, by whole labels.</summary>
    public static bool IsIn(string name, string zone) => name == zone || name.EndsWith("." + zone, StringComparison.Ordinal);

    /// <summary>The length that is wrong, in words; nothing when the lengths are right.</summary>
    public static string WhyNot(string name)
    {
        if (name.Length is 0)
            return "it is empty";
        if (name.Length > 253)
            return "it is longer than 253 characters";
        var labels = name.Split('.');
        if (labels.Any(label => label.Length == 0))
            return "two dots follow each other, or it begins with one";
        return labels.Any(label => label.Length > 63) ? "a part between dots is longer than 63 characters" : "";
    }

    private static bool IsHostLabel(string label) =>
        label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && label[0] != '-' && label[^1] != '-';
}
