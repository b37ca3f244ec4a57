using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using JupyterHub.Pipeline.Environments.Yaml;

namespace JupyterHub.Pipeline.Environments.Shapes;

/// <summary>Names and addresses on the network.</summary>
internal static class Addresses
{
    private const string HostPattern = @"^(?=.{1,254}$)[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?)*\.?$";

    /// <summary>A host name (RFC 1123, section 2.1), kept in lower case without a trailing dot.</summary>
    public static Shape<string> HostName { get; } = Host("a host name such as jupyter.data.example.org", ParseHostName);

    /// <summary>A DNS zone, kept as a host name is.</summary>
    public static Shape<string> Zone { get; } = Host("a DNS zone such as data.example.org", ParseHostName);

    /// <summary>The name of a TSIG key, which is a DNS name (RFC 8945, section 4.2).</summary>
    public static Shape<string> KeyName { get; } =
        new ScalarShape<string>("the name of a key, a DNS name such as hub-key", ParseKeyName, value => JsonValue.Create(value));

    /// <summary>A host name or an address.</summary>
    public static Shape<string> Server { get; } =
        new ScalarShape<string>("a host name or an IP address", ParseServer, value => JsonValue.Create(value));

    public static Shape<IPAddress> Ip { get; } =
        new ScalarShape<IPAddress>("an IP address such as 10.0.0.80", ParseIp, value => JsonValue.Create(value.ToString()));

    /// <summary>A network in CIDR notation, without host bits.</summary>
    public static Shape<string> Cidr { get; } =
        new ScalarShape<string>("a network in CIDR notation such as 10.1.0.0/16", ParseCidr, value => JsonValue.Create(value));

    /// <summary>The URL of a provider that secrets are sent to: HTTPS, or plain HTTP on this machine.</summary>
    public static Shape<string> Url { get; } =
        new ScalarShape<string>("an https:// URL", ParseUrl, value => JsonValue.Create(value)) { Constraints = () => new JsonObject { ["pattern"] = "^https?://" } };

    /// <summary>Reads an address strictly: four decimal numbers, or IPv6 without a zone.</summary>
    public static bool TryReadIp(string text, out IPAddress address)
    {
        if (!IPAddress.TryParse(text, out address!) || text.Contains('%') || text.Contains('['))
            return false;
        // IPAddress also reads 10.1 and 0x7f.1, as inet_aton did.
        return address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text;
    }

    private static ScalarShape<string> Host(string expected, ScalarParser<string> parse) =>
        new(expected, parse, value => JsonValue.Create(value)) { Constraints = () => new JsonObject { ["pattern"] = HostPattern } };

    private static string? ParseHostName(SourceScalar scalar, out string value)
    {
        value = scalar.Text.TrimEnd('.').ToLowerInvariant();
        if (scalar.Text.EndsWith("..", StringComparison.Ordinal) || !DnsName.IsHostName(value))
            return DnsName.WhyNot(value);
        return TryReadIp(value, out _) ? "this is an address" : null;
    }

    private static string? ParseKeyName(SourceScalar scalar, out string value)
    {
        value = scalar.Text.TrimEnd('.').ToLowerInvariant();
        return DnsName.IsName(value) ? null : "";
    }

    private static string? ParseServer(SourceScalar scalar, out string value)
    {
        value = scalar.Text;
        if (TryReadIp(value, out _))
            return null;
        // A name of digits and dots only is a mistyped address.
        if (value.All(character => char.IsAsciiDigit(character) || character == '.'))
            return "the address is not complete, or a number is above 255";
        return ParseHostName(scalar, out value);
    }

    private static string? ParseIp(SourceScalar scalar, out IPAddress value) => TryReadIp(scalar.Text, out value) ? null : "";

    private static string? ParseCidr(SourceScalar scalar, out string value)
    {
        value = scalar.Text;
        var slash = value.IndexOf('/');
        if (slash < 0)
            return TryReadIp(value, out _) ? $"a single address is {value}/{(value.Contains(':') ? 128 : 32)}" : "";
        if (!TryReadIp(value[..slash], out var address) || !byte.TryParse(value.AsSpan(slash + 1), out var length))
            return "";
        var bytes = address.GetAddressBytes();
        if (length > bytes.Length * 8)
            return $"the prefix is at most {bytes.Length * 8}";
        for (var bit = length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        var network = new IPAddress(bytes);
        return network.Equals(address) ? null : $"the network is {network}/{length}";
    }

    private static string? ParseUrl(SourceScalar scalar, out string value)
    {
        value = scalar.Text;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || value.Any(char.IsWhiteSpace))
            return "";
        if (url.UserInfo.Length > 0)
            return "a URL holds no password";
        return url.Scheme == "http" && !url.IsLoopback ? "plain http would show secrets to the network" : null;
    }
}
