namespace JupyterHub.Pipeline.Dns;

/// <summary>Octets that are no DNS message, or a message that does not fit into its 65535 octets.</summary>
public sealed class DnsFormatException(string message) : Exception(message);
